// What fired and is over?
import { guarded } from "#lib/web/guard.ts";
import { answerPastAlerts } from "#lib/web/past-alerts.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /api/alerts/past", answerPastAlerts);
