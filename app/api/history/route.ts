// Which subscriptions are remembered under such a name?
import { guarded } from "#lib/web/guard.ts";
import { answerRemembered } from "#lib/web/history.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /api/history", answerRemembered);
