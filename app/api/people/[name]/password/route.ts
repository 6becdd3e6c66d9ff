// How does somebody change their own password?
import { guarded } from "#lib/web/guard.ts";
import { setPassword } from "#lib/web/people-secrets.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const POST = guarded("POST /api/people/{name}/password", setPassword);
