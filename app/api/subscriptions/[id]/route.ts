// What is known of this subscription?
import { guarded } from "#lib/web/guard.ts";
import { answerSubscription } from "#lib/web/subscription.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /api/subscriptions/{id}", answerSubscription);
