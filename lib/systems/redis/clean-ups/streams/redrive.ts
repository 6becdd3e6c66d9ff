// What of this group was put aside, and how does it come back? As copies at the end of the stream, and what was put aside goes.
import { atLeast, exactly } from "#lib/core/amount.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal, Warning } from "#lib/core/clean-up/remark.ts";
import type { Course } from "../../../system.ts";
import { refuse, type Tally } from "../../../tally.ts";
import { ask } from "../../connection/ask.ts";
import { sentName, shownName } from "../../connection/name.ts";
import { isGone } from "../../connection/trouble-of.ts";
import { countOf, listOf, streamOf, textOf } from "../../streams/replies.ts";
import { newPace } from "../pace.ts";
import { asideOf, copyRefusal } from "./choices.ts";
import { countsOf, minus, plus } from "./counts.ts";
import type { GroupNow, Place } from "./group-now.ts";
import { plainPlan } from "./plain-plan.ts";
import { mayNot } from "./rights.ts";
import { run } from "./scripts.ts";
import type { Further, Seen } from "./seen.ts";
import { refusedFor } from "./step-refused.ts";

const lookedMax = 1_000;

export async function planRedrive(
	place: Place,
	now: GroupNow,
	from: string | null,
): Promise<Plan> {
	const aside = from ?? asideOf(place);
	const isOwnOnly = from === null;
	const found = await asideNow(place, aside, isOwnOnly);
	const messages = (found.isCut ? atLeast : exactly)(found.ours);
	const { n, bound } = messages;
	const groups = now.groups.length - 1;
	const warnings: Warning[] = [{ code: "order lost", values: {} }];
	if (groups > 0)
		warnings.push({ code: "others see copies", values: { groups } });
	const counts = countsOf(now);
	return plainPlan(place, now, {
		cleanUp: { action: "redrive", from: aside },
		...{ risk: "moves messages", undo: "impossible", warnings, messages },
		further: { action: "redrive", aside, last: found.last, isOwnOnly },
		effects: [{ code: "redrive", values: { messages: n, bound, from: aside } }],
		shown: ["waiting", "kept", "put aside"],
		before: { "put aside": exactly(found.length) },
		after: {
			"put aside": minus(exactly(found.length), messages),
			waiting: plus(counts.waiting, messages),
			kept: plus(counts.kept, messages),
		},
		refusal: await whyNot(place, aside, n),
	});
}

async function whyNot(
	place: Place,
	aside: string,
	messages: number,
): Promise<Refusal | null> {
	if (messages === 0) return { code: "nothing to do", values: {} };
	return (
		copyRefusal(place, aside) ??
		(await mayNot(place, ["copy"])) ??
		(await mayNot(place, ["delete"], sentName(aside)))
	);
}

type Aside = {
	readonly length: number;
	readonly last: string;
	readonly ours: number;
	readonly isCut: boolean;
};

async function asideNow(
	{ client, secret, subscription }: Place,
	aside: string,
	isOwnOnly: boolean,
): Promise<Aside> {
	const key = sentName(aside);
	const [info, entries] = await ask(client, secret, [
		["xinfoBuffer", "STREAM", key],
		["xrangeBuffer", key, "-", "+", "COUNT", lookedMax],
	]);
	const error = info?.error ?? entries?.error;
	if (error && !isGone(error)) throw error;
	if (error) return { length: 0, last: "0-0", ours: 0, isCut: false };
	const { length, lastMade } = streamOf(info?.reply);
	const all = listOf(entries?.reply);
	const ours = all.filter((entry) => {
		const said = saidIn(listOf(entry)[1]);
		if (said.stream === null && said.group === null) return !isOwnOnly;
		const { channel, group } = subscription;
		return said.stream === channel && said.group === group;
	}).length;
	return { length, last: lastMade, ours, isCut: length > all.length };
}

function saidIn(fields: unknown) {
	const flat = listOf(fields);
	const said = (name: string): string | null => {
		const at = flat.findIndex((it, i) => i % 2 === 0 && textOf(it) === name);
		const value = at < 0 ? null : flat[at + 1];
		return Buffer.isBuffer(value) ? shownName(value) : null;
	};
	return { stream: said("tm-stream"), group: said("tm-group") };
}

export async function applyRedrive(
	{ client, key, groupKey }: Place,
	{ groups }: Seen,
	{ aside, last, isOwnOnly }: Extract<Further, { action: "redrive" }>,
	course: Course,
	tally: Tally,
): Promise<void> {
	await course.progress({ messages: 0, members: 0, stage: "messages" });
	const pace = newPace();
	let from = "-";
	while (from !== "") {
		if (course.stop.aborted) {
			refuse(tally, "was stopped");
			return;
		}
		const which = isOwnOnly ? "own" : "all";
		const args = [groupKey, which, from, last, pace.atOnce(), groups];
		const keys = [sentName(aside), key];
		const reply = listOf(await run(client, "redrive", keys, args));
		const [kind, cursor, rows, large, bytes, stopped] = reply;
		if (textOf(kind) === "refused") {
			tally.refusals.push(refusedFor(textOf(cursor), textOf(rows)));
			return;
		}
		const done = listOf(rows).map((row) => listOf(row).map(textOf));
		const none = { owner: "", deliveredMs: 0, deliveries: 0 };
		await course.keep(
			done.map(([id = "", copy = null]) => ({ ...none, id, copy })),
		);
		tally.messages += done.length;
		const many = countOf(large) ?? 0;
		if (many > 0) refuse(tally, "too large", { messages: many });
		const detail = textOf(stopped);
		if (detail !== "") refuse(tally, "copy refused", { detail });
		const { messages, members } = tally;
		await course.progress({ messages, members, stage: "messages" });
		if (detail !== "") return;
		await pace.step(done.length, countOf(bytes) ?? 0);
		from = textOf(cursor);
	}
}
