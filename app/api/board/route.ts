// What stands on the board?
import { answerBoard } from "#lib/web/board.ts";
import { guarded } from "#lib/web/guard.ts";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export const GET = guarded("GET /api/board", answerBoard);
