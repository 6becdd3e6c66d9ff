// Is what fires written with what is owed for it, and there again after a restart?
import { expect, test } from "vitest";
import {
	alertOf,
	fires,
	lineOf,
	muteOf,
	noticeOf,
	outletOf,
	owedIds,
	resolvedOf,
	reviewOf,
	ruleOf,
	seenOf,
	targetOf,
	waveOf,
} from "./contract-alerts-scene.ts";
import type { Scene } from "./contract-scene.ts";

const hourMs = 3_600_000;

export function alertsContract(scene: Scene): void {
	test("what fires, its wave and what is owed for it are there together", async () => {
		const { store, other } = await scene();
		const rev = await other.alerts.alertsRev();
		await fires(store);
		expect(await other.alerts.underWay(20)).toEqual({
			...{ alerts: [alertOf("a")], waves: [waveOf("w", ["a"])] },
		});
		expect(await other.alerts.owed(20, 9)).toEqual([
			{
				...{ id: "n", outlet: noticeOf("n").outlet, atMs: noticeOf("n").atMs },
				...{ state: "owed", tries: 0, nextMs: 10 },
				...{ answer: null, answeredMs: null },
			},
		]);
		expect(await other.alerts.notice("n")).toEqual(noticeOf("n"));
		expect(await other.alerts.alertsRev()).toBeGreaterThan(rev);
	});

	test("a review that cannot be written whole leaves nothing", async () => {
		const { store, other } = await scene();
		const rev = await other.alerts.alertsRev();
		// No disk and no broker, but a text where a number belongs: the last of all that is written.
		const wild = { id: "m", atMs: { no: "number" } as unknown as number };
		await store.alerts.mute(muteOf("m"), lineOf("muted"));
		const review = reviewOf({
			alerts: [alertOf("a")],
			waves: [waveOf("w", ["a"])],
			notices: [noticeOf("n")],
			held: new Map([["a", "muted"]]),
			mutesEnded: [wild],
		});
		await expect(store.alerts.reviewed(review)).rejects.toThrow();
		expect(await other.alerts.underWay(20)).toEqual({ alerts: [], waves: [] });
		expect(await owedIds(other, 20)).toEqual([]);
		expect(await other.alerts.alertsRev()).toBe(rev + 1);
	});

	test("a review that changes nothing is no other state", async () => {
		const { store, other } = await scene();
		await fires(store);
		const rev = await other.alerts.alertsRev();
		await fires(store);
		await store.alerts.reviewed(reviewOf());
		expect(await other.alerts.alertsRev()).toBe(rev);
		expect(await owedIds(other, 20)).toEqual(["n"]);
	});

	test("an alert that goes on is the same one, and one that was calm before it fired leaves nothing", async () => {
		const { store, other } = await scene();
		const pending = { state: "pending", firedMs: null } as const;
		const alerts = [alertOf("a", pending), alertOf("b", pending)];
		await store.alerts.reviewed(reviewOf({ alerts }));
		const fired = alertOf("a", { heldMs: 9, last: seenOf({ n: 7 }) });
		await store.alerts.reviewed(reviewOf({ alerts: [fired], gone: ["b"] }));
		const { alerts: underWay } = await other.alerts.underWay(20);
		expect(underWay).toEqual([fired]);
	});

	test("one that fired is not let go as if it never had", async () => {
		const { store } = await scene();
		await fires(store);
		await store.alerts.reviewed(reviewOf({ gone: ["a"] }));
		expect(await store.alerts.firingTotal()).toBe(1);
	});

	test("after a restart those of the last hour are known, and waves that are not over", async () => {
		const { store, other } = await scene();
		const now = 10 * hourMs;
		await store.alerts.reviewed(
			reviewOf({
				alerts: [
					resolvedOf("old", 1, now - 2 * hourMs),
					resolvedOf("late", 1, now - hourMs / 2),
					alertOf("now"),
				],
				waves: [
					waveOf("over", ["old"], { overMs: now - hourMs }),
					waveOf("on", ["now"]),
				],
			}),
		);
		const { alerts, waves } = await other.alerts.underWay(now);
		expect(alerts.map(({ id }) => id).toSorted()).toEqual(["late", "now"]);
		expect(waves.map(({ id }) => id)).toEqual(["on"]);
	});

	test("what was acknowledged while a review was made stays so", async () => {
		const { store, other } = await scene();
		await fires(store);
		const acknowledged = { by: "somebody", atMs: 12, why: "I look" };
		const line = lineOf("acknowledged");
		expect(await other.alerts.acknowledge("a", acknowledged, line)).toBe(true);
		await store.alerts.reviewed(
			reviewOf({ alerts: [alertOf("a", { heldMs: 99 })] }),
		);
		const [alert] = (await store.alerts.underWay(20)).alerts;
		expect(alert).toEqual(alertOf("a", { heldMs: 99, acknowledged }));
	});

	test("why an alert is not told is said as long as it is so", async () => {
		const { store, other } = await scene();
		const heldOf = async () => (await other.alerts.alert("a"))?.held;
		const held = new Map([["a", "muted"]]);
		await store.alerts.reviewed(reviewOf({ alerts: [alertOf("a")], held }));
		expect(await heldOf()).toBe("muted");
		await store.alerts.reviewed(
			reviewOf({ held: new Map([["a", "quiet hours"]]) }),
		);
		expect(await heldOf()).toBe("quiet hours");
		await store.alerts.reviewed(reviewOf());
		expect(await heldOf()).toBeNull();
	});

	test.each([
		'"; DROP TABLE alert; --',
		"__proto__",
		"a\u0000b",
		"\u202egnihtyreve",
		"é\n\t'%_",
		"x".repeat(65_536),
	])("a name %# that means something elsewhere is a name", async (name) => {
		const { store, other } = await scene();
		const alert = alertOf(name, { rule: name, target: targetOf(name) });
		const wave = waveOf(name, [name], { outlet: name, rule: name });
		const notice = noticeOf(name, { wave: name, outlet: name, rule: name });
		const rules = [{ ...ruleOf(name), from: "file" as const }];
		await store.alerts.settleAlerts({ rules, outlets: [outletOf(name)] });
		await store.alerts.reviewed(
			reviewOf({
				...{ alerts: [alert], waves: [wave], notices: [notice] },
				held: new Map([[name, "gathering"]]),
			}),
		);
		expect(await other.alerts.alert(name)).toMatchObject({
			...{ alert, held: "gathering", told: [{ outlet: name }] },
		});
		const [owed] = await other.alerts.owed(20, 1);
		expect(owed?.id).toBe(notice.id);
		expect(await other.alerts.notice(notice.id)).toEqual(notice);
		expect(await other.alerts.fares()).toMatchObject([{ name, owed: 1 }]);
		expect(await other.alerts.knownRules()).toEqual(rules);
		const { id } = alert.target as { readonly id: string };
		expect(await other.alerts.ofSubscription(id, 0, 20)).toEqual([alert]);
	});
}
