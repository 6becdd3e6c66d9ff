// What is known of this broker?
import { answerBroker } from "#lib/web/broker.ts";
import { guarded } from "#lib/web/guard.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /api/brokers/{name}", answerBroker);
