// Which tokens do programs have, and how is one made?
import { guarded } from "#lib/web/guard.ts";
import { answerTokens } from "#lib/web/people.ts";
import { makeToken } from "#lib/web/people-secrets.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /api/tokens", answerTokens);
export const POST = guarded("POST /api/tokens", makeToken);
