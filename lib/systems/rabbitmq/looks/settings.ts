// What decides how a queue goes, and what comes back to it? Its limits, where messages come from and go to, its policy, its own arguments, and how often some were handed out again.
import { type Setting, unbounded } from "#lib/core/setting.ts";
import { fieldIn, listOf, textIn } from "../connection/json.ts";
import type { QueueReply } from "../queues/replies.ts";

const bindingsShown = 20;

export function settingsOf(
	page: unknown,
	bindings: unknown,
	{ limits, counts }: QueueReply,
): readonly Setting[] {
	const { length, bytes, ageMs, dropsOldest, deadLetters } = limits;
	const hasBound = length !== null || bytes !== null;
	return [
		{ code: "kept for", value: ageMs ?? unbounded },
		{ code: "longest", value: length ?? unbounded },
		{ code: "largest", value: bytes ?? unbounded },
		...(hasBound
			? [
					{
						code: "when full",
						value: dropsOldest ? "drops oldest" : "refuses",
					} as const,
				]
			: []),
		...told(
			"dead letters go to",
			deadLetters === "" ? "(default exchange)" : deadLetters,
		),
		...told("bound by", boundBy(bindings)),
		...told("policy", textIn(page, "policy")),
		...told("operator policy", textIn(page, "operator_policy")),
		...told("arguments", argumentsIn(page)),
		{ code: "delivered again", value: counts?.redelivered ?? null },
	];
}

const told = (
	code: Setting["code"],
	value: string | null,
): readonly Setting[] =>
	value === null || value === "" ? [] : [{ code, value }];

/** Every queue is bound to the default exchange by its name, which says nothing. */
function boundBy(bindings: unknown): string {
	const all = listOf(bindings).flatMap((it) => {
		const source = textIn(it, "source") ?? "";
		const key = textIn(it, "routing_key") ?? "";
		return source === "" ? [] : [key === "" ? source : `${source}: ${key}`];
	});
	const more = all.length - bindingsShown;
	return [
		...all.slice(0, bindingsShown),
		...(more > 0 ? [`+${more}`] : []),
	].join(", ");
}

function argumentsIn(page: unknown): string {
	const given = fieldIn(page, "arguments");
	if (typeof given !== "object" || given === null) return "";
	return Object.entries(given)
		.map(
			([name, value]) =>
				`${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`,
		)
		.join(", ");
}
