// How is somebody invited to set a password?
import { guarded } from "#lib/web/guard.ts";
import { makeInvitation } from "#lib/web/people-secrets.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const POST = guarded("POST /api/invitations", makeInvitation);
