// Who says stop to what runs?
import { stopErrand } from "#lib/web/consent.ts";
import { guarded } from "#lib/web/guard.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const POST = guarded("POST /api/errands/{id}/stop", stopErrand);
