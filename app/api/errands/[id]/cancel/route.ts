// Who says no to this plan?
import { cancelErrand } from "#lib/web/consent.ts";
import { guarded } from "#lib/web/guard.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const POST = guarded("POST /api/errands/{id}/cancel", cancelErrand);
