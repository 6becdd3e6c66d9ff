// What does somebody bring along who comes back from the provider?
import { guarded } from "#lib/web/guard.ts";
import { backFromProvider } from "#lib/web/provider.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /api/session/provider/back", backFromProvider);
