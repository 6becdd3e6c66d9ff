// What is always true of telling? Tried on stories at random, with the seed that made them.
import { expect, test } from "vitest";
import { chance, minute } from "../for-tests.ts";
import { type Move, telling } from "./for-tests.ts";

const seed = Number(process.env.TIDEMARK_SEED ?? Date.now() % 1_000_000);
const outlets = ["chat", "mail"];
const rules = [{}, { name: "losing", gravity: "critical" as const }];

/** Alerts come and go, and whoever may not be told changes with each move. */
function movesOf(random: () => number): readonly Move[] {
	const some = <T>(all: readonly T[], share: number) =>
		all.filter(() => random() < share);
	const firing = new Set<string>();
	let ids = 0;
	return Array.from({ length: 60 }, (): Move => {
		const over = some([...firing], 0.1);
		for (const id of over) firing.delete(id);
		const subscription = `g${Math.floor(random() * 10)}x${++ids}`;
		const fires = some(
			[`stalled:${subscription}`, `losing:${subscription}`],
			0.3,
		);
		for (const id of fires) firing.add(id);
		return {
			...{ fires, over, acknowledged: some([...firing], 0.05) },
			muted: some([...firing], 0.2),
			quiet: some(outlets, 0.2),
			silent: some(["eu"], 0.1),
			afterMs: Math.round(random() * (random() < 0.1 ? 90 : 0.2) * minute),
			...(random() < 0.05 && { restart: true }),
		};
	});
}

test(`who fires is told or held with a reason, and who was told hears the end (seed ${seed})`, () => {
	for (let n = 0; n < 300; n++) {
		const moves = movesOf(chance(seed + n));
		const story = `${seed + n}`;
		const all = [...moves];
		const { notices, waves, alerts, held } = telling({ outlets, rules }, all);
		const told = new Set(waves.flatMap((wave) => wave.alerts));
		for (const { id, state } of alerts.values())
			if (state === "firing")
				expect(told.has(id) || id in held, `${story}: ${id}`).toBe(true);
		for (const id of Object.keys(held))
			expect(alerts.get(id)?.state, story).toBe("firing");
		for (const notice of notices)
			expect(notice.firing > 0, story).toBe(notice.says !== "over");
		const open = new Set(waves.map(({ id }) => id));
		const said = Map.groupBy(notices, ({ wave }) => wave);
		for (const [wave, those] of said) {
			const says = those.map((it) => it.says);
			expect(
				says.filter((it) => it === "fires"),
				story,
			).toHaveLength(1);
			expect(says[0], story).toBe("fires");
			expect(
				says.filter((it) => it === "over"),
				story,
			).toHaveLength(open.has(wave) ? 0 : 1);
		}
		// Nobody hears of the same alert in two waves of one outlet.
		for (const outlet of outlets) {
			const begun = notices.filter(
				(it) => it.outlet === outlet && it.says === "fires",
			);
			const ids = begun.flatMap((it) => it.alerts.map(({ id }) => id));
			expect(new Set(ids).size, story).toBe(ids.length);
		}
	}
});
