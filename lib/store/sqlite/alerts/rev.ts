// Which state of the alerts is this? A number that grows when somebody who looks could see a difference.
import { number } from "../cells.ts";
import type { Connection } from "../connection.ts";

export function alertsRevOf(connection: Connection): number {
	return number(connection.one("SELECT rev FROM alerting")?.rev);
}

/** Within the transaction that made the difference. */
export function growAlertsRev(connection: Connection): void {
	connection.run("UPDATE alerting SET rev = rev + 1");
}
