// Which rules are there? The usual ones, those of the file and those of the screen; of one name only one counts.
import {
	type KnownRule,
	type Rule,
	ruleSources,
} from "#lib/core/alert/rule.ts";
import { fromJson, json, oneOf } from "../cells.ts";
import type { Connection } from "../connection.ts";

const put = `INSERT INTO alert_rule (name, source, place, told) VALUES (?, ?, ?, ?)
	ON CONFLICT (name, source) DO UPDATE SET told = excluded.told`;

/** What people made on the screen stays. */
export function settleRules(
	connection: Connection,
	rules: readonly KnownRule[],
): void {
	connection.run("DELETE FROM alert_rule WHERE source <> 'screen'");
	for (const [place, { from, ...rule }] of rules.entries())
		connection.run(put, rule.name, from, place, json(rule));
}

/** The usual ones first; what takes the place of one stands in it. The file has the last word. */
export function knownRulesIn(connection: Connection): readonly KnownRule[] {
	const known = new Map<string, KnownRule>();
	const rows = connection.all(
		`SELECT source, told FROM alert_rule
		ORDER BY CASE source WHEN 'usual' THEN 0 WHEN 'screen' THEN 1 ELSE 2 END, place, name`,
	);
	for (const { source, told } of rows) {
		const rule = fromJson<Rule>(told);
		known.set(rule.name, { ...rule, from: oneOf(ruleSources, source) });
	}
	return [...known.values()];
}

const isThere = (connection: Connection, name: string, sources: string) =>
	connection.one(
		`SELECT 1 FROM alert_rule WHERE name = ? AND source IN (${sources})`,
		name,
	) !== null;

export function saveRule(
	connection: Connection,
	rule: Rule,
	was: string | null,
): boolean {
	const { name } = rule;
	const isRenamed = was !== null && was !== name;
	if (isThere(connection, name, "'file'")) return false;
	if (was !== name && isThere(connection, name, "'screen'")) return false;
	if (was !== null && !isThere(connection, was, "'usual', 'screen'"))
		return false;
	if (isRenamed && !removeRule(connection, was)) return false;
	connection.run(put, name, "screen", 0, json(rule));
	return true;
}

/** One of the screen only: where it stood for a usual one, that is back. */
export const removeRule = (connection: Connection, name: string): boolean =>
	connection.run(
		"DELETE FROM alert_rule WHERE name = ? AND source = 'screen'",
		name,
	) === 1;
