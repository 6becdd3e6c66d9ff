// What does a program that collects metrics get?
import { guarded } from "#lib/web/guard.ts";
import { answerMetrics } from "#lib/web/metrics/answer.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /metrics", answerMetrics);
