// By which ways can somebody come in?
import { answerSignIn } from "#lib/web/come-in.ts";
import { guarded } from "#lib/web/guard.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /api/sign-in", answerSignIn);
