// What would taking this back do?
import { undoErrand } from "#lib/web/errand.ts";
import { guarded } from "#lib/web/guard.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const POST = guarded("POST /api/errands/{id}/undo", undoErrand);
