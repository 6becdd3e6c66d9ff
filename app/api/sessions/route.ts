// Who is signed in, and from where?
import { guarded } from "#lib/web/guard.ts";
import { answerSessions } from "#lib/web/people.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /api/sessions", answerSessions);
