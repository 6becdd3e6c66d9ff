// What were the numbers of this subscription?
import { guarded } from "#lib/web/guard.ts";
import { answerHistory } from "#lib/web/history.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded(
	"GET /api/subscriptions/{id}/history",
	answerHistory,
);
