// What does a row of an errand say?
import type { AlertAnswer } from "#lib/core/alert/asked/errand.ts";
import { type Errand, errandStates, isWish } from "#lib/core/errand.ts";
import type { Finding } from "#lib/core/finding.ts";
import type { Look } from "#lib/core/look.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { fromJsonOrNull, number, numberOrNull, oneOf, text } from "./cells.ts";
import { type HowMuch, undertakingIn } from "./clean-ups/undertakings.ts";
import type { Cells, Connection } from "./connection.ts";

export function errandIn(
	connection: Connection,
	id: string,
	howMuch: HowMuch = "whole",
): Errand | null {
	const cells = connection.one("SELECT * FROM errand WHERE id = ?", id);
	return cells && errandOf(connection, cells, howMuch);
}

/** Throws where the row is none that somebody could have asked. */
export function errandOf(
	connection: Connection,
	cells: Cells,
	howMuch: HowMuch = "whole",
): Errand {
	const wish: unknown = JSON.parse(text(cells.wish));
	if (!isWish(wish)) throw new TypeError("a row holds no wish");
	const id = text(cells.id);
	return {
		id,
		by: text(cells.asked_by),
		session: text(cells.session),
		wish,
		state: oneOf(errandStates, cells.state),
		askedMs: number(cells.asked_ms),
		endedMs: numberOrNull(cells.ended_ms),
		look: fromJsonOrNull<Look>(cells.look),
		findings: fromJsonOrNull<readonly Finding[]>(cells.findings),
		alerts: fromJsonOrNull<AlertAnswer>(cells.alerts),
		undertaking:
			wish.verb === "clean up" ? undertakingIn(connection, id, howMuch) : null,
		failure: fromJsonOrNull<ProblemDetail>(cells.failure),
	};
}
