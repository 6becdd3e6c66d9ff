// Who says yes to this plan?
import { approveErrand } from "#lib/web/consent.ts";
import { guarded } from "#lib/web/guard.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const POST = guarded("POST /api/errands/{id}/approve", approveErrand);
