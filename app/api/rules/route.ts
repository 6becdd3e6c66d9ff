// What is watched, and who is told?
import { answerRules } from "#lib/web/alerts.ts";
import { guarded } from "#lib/web/guard.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /api/rules", answerRules);
