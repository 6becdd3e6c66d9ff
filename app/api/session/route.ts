// Who am I, and how do I come in and leave?
import { comeIn } from "#lib/web/come-in.ts";
import { guarded } from "#lib/web/guard.ts";
import { answerSession, goOut } from "#lib/web/session.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const POST = guarded("POST /api/session", comeIn);
export const GET = guarded("GET /api/session", answerSession);
export const DELETE = guarded("DELETE /api/session", goOut);
