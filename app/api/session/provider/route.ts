// Where does somebody go who comes in by the provider?
import { guarded } from "#lib/web/guard.ts";
import { startAtProvider } from "#lib/web/provider.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /api/session/provider", startAtProvider);
