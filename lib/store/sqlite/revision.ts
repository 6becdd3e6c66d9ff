// Which state of the board is this? A number that grows when somebody who looks could see a difference.
import { number } from "./cells.ts";
import type { Connection } from "./connection.ts";

export function revOf(connection: Connection): number {
	return number(connection.one("SELECT rev FROM board")?.rev);
}

export function growRev(connection: Connection): void {
	connection.run("UPDATE board SET rev = rev + 1");
}
