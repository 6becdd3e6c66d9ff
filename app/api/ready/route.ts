// Does the collector tick?
import { guarded } from "#lib/web/guard.ts";
import { answerReady } from "#lib/web/liveness.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /api/ready", answerReady);
