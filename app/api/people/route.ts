// Who may come in?
import { guarded } from "#lib/web/guard.ts";
import { answerPeople } from "#lib/web/people.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /api/people", answerPeople);
