// How are stories of telling told? Moves, some seconds apart, of what fires and of who may not be told; and what was told each time.
import type { Alert } from "../alert.ts";
import { alertOf, minute, ruleOf, targetOf } from "../for-tests.ts";
import type { Notice, Wave } from "../notice.ts";
import type { Rule } from "../rule.ts";
import { noMemory, type Told, tell } from "./tell.ts";

export type Move = {
	/** Since the move before; a tick unless given. */
	readonly afterMs?: number;
	/** By the id of the alert; a rule other than "stalled" stands before a colon. */
	readonly fires?: readonly string[];
	readonly over?: readonly string[];
	readonly acknowledged?: readonly string[];
	/** No longer holds, and is not over yet; and holds again. */
	readonly calms?: readonly string[];
	readonly holds?: readonly string[];
	/** These hold from now on, until they are said anew. */
	readonly muted?: readonly string[];
	readonly quiet?: readonly string[];
	readonly silent?: readonly string[];
	readonly outlets?: readonly string[];
	readonly rules?: readonly Partial<Rule>[];
	/** Forgets what a restart forgets. */
	readonly restart?: true;
};

export type Story = {
	readonly outlets?: readonly string[];
	readonly keepAliveMs?: number;
	readonly rules?: readonly Partial<Rule>[];
	readonly alerts?: Readonly<Record<string, Partial<Alert>>>;
};

export const tick: Move = {};
export const hour: Move = { afterMs: 60 * minute };

/** What is told of one alert by one outlet, from beginning to end. */
export const began = "chat fires: began to fire 1/1";
export const goes = "chat still fires: told again 1/1";
export const over = "chat over: all over 0/1";

/** What is told of a story, and why whatever fires at its end is held back. */
export type Case = [
	name: string,
	story: Story,
	moves: readonly Move[],
	told: readonly string[],
	held?: Record<string, string>,
];

/** `chat fires: began to fire 2/2`: who, what, why, how many of how many fire. */
const lineOf = ({ outlet, says, why, firing, total }: Notice): string =>
	`${outlet} ${says}: ${why} ${firing}/${total}`;

export function telling(story: Story, moves: readonly Move[]) {
	const alerts = new Map<string, Alert>();
	let rules = (story.rules ?? [{}]).map(ruleOf);
	let outlets = story.outlets ?? ["chat"];
	let muted: readonly string[] = [];
	let quiet: readonly string[] = [];
	let silent: readonly string[] = [];
	let waves: readonly Wave[] = [];
	let memory = noMemory;
	let [nowMs, ids] = [0, 0];
	let last: Told | null = null;
	const notices: Notice[] = [];

	for (const move of moves) {
		muted = move.muted ?? muted;
		quiet = move.quiet ?? quiet;
		silent = move.silent ?? silent;
		outlets = move.outlets ?? outlets;
		rules = move.rules?.map(ruleOf) ?? rules;
		if (move.restart) memory = noMemory;
		for (const name of move.fires ?? []) {
			const [rule = "", id = ""] = name.includes(":")
				? name.split(":")
				: ["stalled", name];
			const gravity = rules.find((it) => it.name === rule)?.gravity;
			const about = { rule, ...(gravity && { gravity }), firedMs: nowMs };
			const target = targetOf(id);
			const change = { ...about, target, ...story.alerts?.[name] };
			alerts.set(name, alertOf(name, change));
		}
		for (const name of move.over ?? [])
			change(name, { state: "resolved", resolvedMs: nowMs, end: "calm" });
		for (const name of move.acknowledged ?? [])
			change(name, { acknowledged: { by: "kim", atMs: nowMs, why: "" } });
		for (const name of move.calms ?? []) change(name, { calmMs: 1_000 });
		for (const name of move.holds ?? []) change(name, { calmMs: 0 });
		const elapsedMs = move.afterMs ?? 5_000;
		nowMs += elapsedMs;
		const told: Told = tell({
			...{ nowMs, elapsedMs, alerts, waves, memory },
			rules: new Map(rules.map((rule) => [rule.name, rule])),
			outlets: outlets.map((name) => ({
				...{ name, isQuiet: quiet.includes(name) },
				keepAliveMs: story.keepAliveMs ?? null,
			})),
			isMuted: ({ id }) => muted.includes(id),
			silentBrokers: new Set(silent),
			newId: () => `n${++ids}`,
		});
		waves = told.waves.filter(({ overMs }) => overMs === null);
		memory = told.memory;
		notices.push(...told.notices);
		last = told;
	}

	function change(name: string, part: Partial<Alert>): void {
		const alert = alerts.get(name);
		if (alert) alerts.set(name, { ...alert, ...part });
	}

	return {
		...{ notices, waves, alerts },
		lines: notices.map(lineOf),
		held: Object.fromEntries(last?.held ?? []),
	};
}
