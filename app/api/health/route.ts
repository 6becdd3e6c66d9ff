// Does the web answer?
import { guarded } from "#lib/web/guard.ts";
import { answerAlive } from "#lib/web/liveness.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /api/health", answerAlive);
