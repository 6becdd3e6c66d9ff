// What is always true of a life? Tried on lives at random, with the seed that made them.
import { expect, test } from "vitest";
import type { Alert } from "../alert.ts";
import { chance, minute, rowOf, ruleOf, targetOf } from "../for-tests.ts";
import { step } from "./life.ts";

const seed = Number(process.env.TIDEMARK_SEED ?? Date.now() % 1_000_000);

type Looked = { readonly holds: boolean | null; readonly elapsedMs: number };

/** Looks come in stretches, as weather does, and the clock on the wall jumps. */
function looksOf(random: () => number): readonly Looked[] {
	const looks: Looked[] = [];
	while (looks.length < 400) {
		const holds = [true, true, false, null][Math.floor(random() * 4)] ?? null;
		const stretch = 1 + Math.floor(random() * 40);
		for (let i = 0; i < stretch; i++)
			looks.push({ holds, elapsedMs: Math.round(random() * 9_000) });
	}
	return looks;
}

function course(looks: readonly Looked[], forMs: number, calmMs: number) {
	const { verdict, reason, lag, marginSeconds, drainedSeconds } = rowOf();
	const known = { verdict, reason, lag, marginSeconds, drainedSeconds };
	const seen = { ...known, atMs: 0, n: null, action: null };
	let alert: Alert | null = null;
	let ids = 0;
	return looks.map(({ holds, elapsedMs }) => {
		const before: Alert | null = alert;
		const it = step(
			before,
			{ holds, sinceMs: 0, seen },
			{
				...{ rule: ruleOf({ forMs, calmMs }), target: targetOf() },
				...{ nowMs: 0, elapsedMs, fired: [], newId: () => `${++ids}` },
			},
		);
		alert = it.alert?.state === "resolved" ? null : it.alert;
		return { holds, elapsedMs, before, ...it };
	});
}

test(`a thousand lives keep the rules of life (seed ${seed})`, () => {
	for (let n = 0; n < 1_000; n++) {
		const random = chance(seed + n);
		const [forMs, calmMs] = [random() * 3 * minute, random() * 3 * minute];
		let heldMs = 0;
		let calm = 0;
		for (const it of course(looksOf(random), forMs, calmMs)) {
			const [was, is] = [it.before?.state ?? null, it.alert?.state ?? null];
			if (it.holds === true) {
				heldMs = was === null ? 0 : heldMs + it.elapsedMs;
				calm = 0;
			}
			if (it.holds === false) calm += it.elapsedMs;
			const life = `${seed + n}: ${it.why}`;
			// Never before it held for long enough, as far as anybody knew.
			if (is === "firing" && was !== "firing")
				expect(heldMs, life).toBeGreaterThanOrEqual(forMs);
			// What cannot be known changes nothing.
			if (it.holds === null) expect(it.alert, life).toBe(it.before);
			// Over only after enough calm, and only what fired.
			if (is === "resolved") {
				expect(was, life).toBe("firing");
				expect(calm, life).toBeGreaterThanOrEqual(calmMs);
			}
			if (was === "firing") expect(is, life).not.toBe("pending");
		}
	}
});

test(`a life that is eight times as slow takes the same steps (seed ${seed})`, () => {
	for (let n = 0; n < 200; n++) {
		const random = chance(seed + n);
		const looks = looksOf(random);
		const [forMs, calmMs] = [random() * 3 * minute, random() * 3 * minute];
		const slow = looks.map((look) => ({
			...{ holds: look.holds, elapsedMs: look.elapsedMs * 8 },
		}));
		const whys = (all: ReturnType<typeof course>) => all.map(({ why }) => why);
		expect(whys(course(slow, forMs * 8, calmMs * 8)), `${seed + n}`).toEqual(
			whys(course(looks, forMs, calmMs)),
		);
	}
});
