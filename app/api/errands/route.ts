// What does somebody want the collector to do, and who did what?
import { answerActivity } from "#lib/web/activity.ts";
import { takeErrand } from "#lib/web/errand.ts";
import { guarded } from "#lib/web/guard.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /api/errands", answerActivity);
export const POST = guarded("POST /api/errands", takeErrand);
