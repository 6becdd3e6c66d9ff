// How is this API spoken to?
import { guarded } from "#lib/web/guard.ts";
import { reply } from "#lib/web/reply.ts";
import { openapi } from "#lib/wire/openapi.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /api/openapi.json", async () =>
	reply(openapi()),
);
