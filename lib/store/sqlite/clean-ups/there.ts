// Which errands are there for somebody who may not see everything? Their own, and what was done to what they may see all of.
import type { Seer } from "../../errand-port.ts";
import type { Connection, Value } from "../connection.ts";
import { scopeText } from "../scope.ts";

/** What an alert that was acknowledged is about. */
const target = "json_extract(errand.alerts, '$.change.target')";
const isWhole =
	"EXISTS (SELECT 1 FROM clean_up_other WHERE errand = errand.id)";
const outside = (whole: string) =>
	`EXISTS (SELECT 1 FROM clean_up_target AS its WHERE its.errand = errand.id AND NOT holds_spot(?, its.subscription, ${whole}))`;

/**
 * What nobody can say to be about something they may see is not there: looks of others, and clean-ups that came to no plan.
 * Their own is there as long as nothing of it is about what they may not see any more.
 */
const sql = `CASE WHEN errand.session = ?
	THEN (${target} IS NULL OR holds_target(?, ${target})) AND NOT ${outside("0")}
	ELSE CASE errand.action
		WHEN 'acknowledge' THEN holds_target(?, ${target})
		ELSE EXISTS (SELECT 1 FROM clean_up_target WHERE errand = errand.id) AND NOT ${outside(isWhole)}
	END END`;

export function thereFor({ scope, session }: Seer): {
	readonly sql: string;
	readonly values: readonly Value[];
} {
	const its = scopeText(scope);
	return { sql: `(${sql})`, values: [session, its, its, its, its] };
}

export function isThereFor(
	connection: Connection,
	id: string,
	seer: Seer,
): boolean {
	const there = thereFor(seer);
	const found = connection.one(
		`SELECT 1 FROM errand WHERE id = ? AND ${there.sql}`,
		...[id, ...there.values],
	);
	return found !== null;
}
