// How does a screen on a wall come in?
import { guarded } from "#lib/web/guard.ts";
import { makeLink } from "#lib/web/people-secrets.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const POST = guarded("POST /api/links", makeLink);
