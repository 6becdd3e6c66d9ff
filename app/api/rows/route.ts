// Which subscriptions fit a filter, all of them, as a file?
import { guarded } from "#lib/web/guard.ts";
import { answerRows } from "#lib/web/rows.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /api/rows", answerRows);
