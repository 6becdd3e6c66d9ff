// Does what a person changes of alerts stand in the record, or is it not done?
import { expect, test } from "vitest";
import {
	fires,
	lineOf,
	muteOf,
	outletOf,
	resolvedOf,
	reviewOf,
	ruleOf,
} from "./contract-alerts-scene.ts";
import { eventsIn } from "./contract-clean-up-scene.ts";
import type { Scene } from "./contract-scene.ts";
import type { Store } from "./store.ts";

const settled = {
	rules: [
		{ ...ruleOf("stalled"), from: "usual" as const },
		{ ...ruleOf("stopped"), from: "usual" as const },
		{ ...ruleOf("kept in git"), from: "file" as const },
	],
	outlets: [outletOf("oncall")],
};

const saved = (rule: string) => lineOf("rule saved", { rule });
const save = (store: Store, name: string, was: string | null = null) =>
	store.alerts.saveRule(ruleOf(name), was, saved(name));
const namesIn = async (store: Store) =>
	(await store.alerts.knownRules()).map(({ name, from }) => `${from} ${name}`);

export function alertsTendedContract(scene: Scene): void {
	test("a rule that is saved is there and stands in the record, and so is its end", async () => {
		const { store, other } = await scene();
		await store.alerts.settleAlerts(settled);
		expect(await save(store, "backlog")).toBe(true);
		expect(await namesIn(other)).toEqual([
			...["usual stalled", "usual stopped"],
			...["screen backlog", "file kept in git"],
		]);
		const removed = lineOf("rule removed");
		expect(await other.alerts.removeRule("backlog", removed)).toBe(true);
		expect(await other.alerts.removeRule("backlog", removed)).toBe(false);
		expect(await namesIn(store)).not.toContain("screen backlog");
		expect(await eventsIn(store)).toEqual(["e rule saved", "e rule removed"]);
	});

	test("one that takes the place of a usual one stands in it, until it is removed", async () => {
		const { store, other } = await scene();
		await store.alerts.settleAlerts(settled);
		expect(await save(store, "stalled", "stalled")).toBe(true);
		expect((await namesIn(other))[0]).toBe("screen stalled");
		await store.alerts.settleAlerts(settled);
		expect((await namesIn(other))[0]).toBe("screen stalled");
		await store.alerts.removeRule("stalled", lineOf("rule removed"));
		expect((await namesIn(other))[0]).toBe("usual stalled");
	});

	test("a rule may get another name, and takes nobody's", async () => {
		const { store, other } = await scene();
		await store.alerts.settleAlerts(settled);
		await save(store, "backlog");
		await save(store, "margin");
		expect(await save(store, "backlog")).toBe(false);
		expect(await save(store, "margin", "backlog")).toBe(false);
		expect(await save(store, "kept in git")).toBe(false);
		expect(await save(store, "kept in git", "backlog")).toBe(false);
		expect(await save(store, "new", "never was")).toBe(false);
		expect(await save(store, "delay", "backlog")).toBe(true);
		expect((await namesIn(other)).slice(2, 4)).toEqual([
			...["screen delay", "screen margin"],
		]);
		expect(await eventsIn(store)).toHaveLength(3);
	});

	test("of a rule that is in the file as well the file has the last word", async () => {
		const { store, other } = await scene();
		await save(store, "kept in git");
		await store.alerts.settleAlerts(settled);
		expect(await namesIn(other)).toEqual([
			...["usual stalled", "usual stopped", "file kept in git"],
		]);
	});

	test("a mute holds until somebody ends it or a review sees its end, once", async () => {
		const { store, other } = await scene();
		const mute = () => store.alerts.mute(muteOf("a"), lineOf("muted"));
		expect([await mute(), await mute()]).toEqual([true, false]);
		await store.alerts.mute(muteOf("b"), lineOf("muted"));
		await store.alerts.mute(muteOf("c"), lineOf("muted"));
		const end = (id: string) =>
			other.alerts.endMute(id, "them", 50, lineOf("mute ended"));
		expect(await end("a")).toBe(true);
		expect(await end("a")).toBe(false);
		expect(await end("never was")).toBe(false);
		const mutesEnded = ["a", "b"].map((id) => ({ id, atMs: 60 }));
		await store.alerts.reviewed(reviewOf({ mutesEnded }));
		expect(await end("b")).toBe(false);
		expect(await other.alerts.mutes(55)).toEqual([
			...[muteOf("c"), muteOf("b", { endedMs: 60 })],
		]);
		expect((await other.alerts.mutes(0)).at(-1)).toEqual(
			muteOf("a", { endedMs: 50, endedBy: "them" }),
		);
		expect(await eventsIn(store)).toEqual([
			...["e muted", "e muted", "e muted", "e mute ended"],
		]);
	});

	test("of two who acknowledge at once one does, and only what fires", async () => {
		const { store, other } = await scene();
		await fires(store);
		const past = resolvedOf("past", 1, 2);
		await store.alerts.reviewed(reviewOf({ alerts: [past] }));
		const acknowledge = (from: Store, id: string, by: string) =>
			from.alerts.acknowledge(
				...([id, { by, atMs: 12, why: "" }] as const),
				lineOf("acknowledged"),
			);
		const both = await Promise.all([
			acknowledge(store, "a", "one"),
			acknowledge(other, "a", "two"),
		]);
		expect(both.filter(Boolean)).toHaveLength(1);
		for (const id of ["past", "never was"])
			expect(await acknowledge(store, id, "one")).toBe(false);
		expect(await eventsIn(store)).toEqual(["e acknowledged"]);
		const by = both[0] ? "one" : "two";
		const shown = await store.alerts.alert("a");
		expect(shown?.alert.acknowledged).toEqual({ by, atMs: 12, why: "" });
	});
}
