// What came of this errand?
import { answerErrand } from "#lib/web/errand.ts";
import { guarded } from "#lib/web/guard.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /api/errands/{id}", answerErrand);
