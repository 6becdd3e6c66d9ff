// What has every group of a stream finished, and how is it removed? Up to the first message that any of them still needs.
import { type Amount, about, atMost, exactly } from "#lib/core/amount.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Course } from "../../../system.ts";
import { refuse, type Tally } from "../../../tally.ts";
import { ask, type Command } from "../../connection/ask.ts";
import { sentName } from "../../connection/name.ts";
import { heldSummaryOf } from "../../looks/replies.ts";
import { compareIds } from "../../streams/entry-id.ts";
import { listOf, nameOf, textOf } from "../../streams/replies.ts";
import { newPace } from "../pace.ts";
import { minus } from "./counts.ts";
import type { GroupNow, Place } from "./group-now.ts";
import { plainPlan } from "./plain-plan.ts";
import { mayNot } from "./rights.ts";
import { run } from "./scripts.ts";

/** More than any node of a stream holds, unless it was configured so. */
const messagesAtOnce = 2_000;
const countedMax = 1_000;

type Pin = {
	readonly keptFrom: string;
	readonly by: string;
	/** It is held, and not only the last that was read. */
	readonly isHeld: boolean;
};

export async function planTrim(place: Place, now: GroupNow): Promise<Plan> {
	const { stream } = now;
	const { channel } = place.subscription;
	const pin = await pinOf(place, now);
	const messages = await countBefore(place, now, pin);
	const { keptFrom, by: pinnedBy } = pin;
	const { n, bound } = messages;
	return plainPlan(place, now, {
		cleanUp: { action: "trim" },
		...{ risk: "loses messages", undo: "impossible", messages },
		typed: channel,
		shown: ["kept"],
		further: { action: "trim", keptFrom },
		effects: [
			{ code: "trim", values: { messages: n, bound, keptFrom, pinnedBy } },
		],
		warnings: [{ code: "readers unseen", values: {} }],
		after: { kept: minus(exactly(stream.length), messages) },
		commands: [["XTRIM", channel, "MINID", keptFrom]],
		refusal:
			n === 0
				? { code: "nothing to do", values: {} }
				: await mayNot(place, ["trim"]),
	});
}

async function pinOf(
	{ client, secret, key }: Place,
	{ groups }: GroupNow,
): Promise<Pin> {
	const answers = await ask(
		client,
		secret,
		groups.map(({ name }): Command => ["xpending", key, sentName(name)]),
	);
	const pins = groups.map(({ name, position }, i): Pin => {
		const first = heldSummaryOf(answers[i]?.reply)?.first ?? null;
		const isHeld = first !== null && compareIds(first, position) < 0;
		return { keptFrom: isHeld ? first : position, by: name, isHeld };
	});
	return pins.reduce((least, pin) =>
		compareIds(pin.keptFrom, least.keptFrom) < 0 ? pin : least,
	);
}

/** A stream counts what it has, and not what lies before a message: few are counted one by one. */
async function countBefore(
	{ client, secret, key }: Place,
	{ stream, groups }: GroupNow,
	{ keptFrom, by, isHeld }: Pin,
): Promise<Amount> {
	const { length, first } = stream;
	if (first === null || compareIds(first, keptFrom) >= 0) return exactly(0);
	if (length <= countedMax) {
		const range: Command = ["xrangeBuffer", key, "-", `(${keptFrom}`];
		const [answer] = await ask(client, secret, [range]);
		if (answer?.error) throw answer.error;
		return exactly(listOf(answer?.reply).length);
	}
	const lag = groups.find(({ name }) => name === by)?.lag ?? null;
	const most = Math.max(1, length - (lag ?? 0) - 1);
	return isHeld || lag === null ? atMost(most) : about(most);
}

export async function applyTrim(
	{ client, key }: Place,
	keptFrom: string,
	course: Course,
	tally: Tally,
): Promise<void> {
	await course.progress({ messages: 0, members: 0, stage: "messages" });
	const pace = newPace();
	for (;;) {
		if (course.stop.aborted) {
			refuse(tally, "was stopped");
			return;
		}
		const reply = await run(client, "trim", [key], [keptFrom, messagesAtOnce]);
		const [kind, first, second, by] = listOf(reply);
		if (textOf(kind) === "refused") {
			const [id, group] = [textOf(second), nameOf(by)];
			if (textOf(first) === "needed")
				refuse(tally, "still needed", { group, id });
			else refuse(tally, "no group");
			return;
		}
		tally.messages += Number(first);
		const { messages, members } = tally;
		await course.progress({ messages, members, stage: "messages" });
		if (textOf(second) === "") return;
		await pace.step(0, 0);
	}
}
