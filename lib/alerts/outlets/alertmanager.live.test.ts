// Does a real Alertmanager understand what it is told, once however often, and that it is over?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
	type AlertmanagerWorld,
	startAlertmanager,
} from "#world/alertmanager.ts";
import { eventually } from "#world/eventually.ts";
import { type HttpSink, startHttpSink } from "#world/http-sink.ts";
import { nasty, noticeOf, outletOf, stopped } from "../for-tests.ts";

const withinMs = 30_000;
let folder = "";
let hook: HttpSink | null = null;
let world: AlertmanagerWorld | null = null;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-alertmanager-"));
	hook = await startHttpSink();
	world = await startAlertmanager({ folder, hook: hook.url });
});
afterAll(async () => {
	await world?.stop();
	await hook?.stop();
	await rm(folder, { recursive: true, force: true });
});

function there() {
	if (!world || !hook) throw new Error("It has not started");
	const { alerts, url } = world;
	const outlet = outletOf("alertmanager", { url: `${url}/` });
	return { alerts, outlet, hook };
}
const firedMs = () => Date.now() - 60_000;
const told = (it: HttpSink, rule: string) =>
	it.heard
		.map(({ body }) => JSON.parse(body))
		.filter(({ groupLabels }) => groupLabels.alertname === rule);

test("an alert is there, told once however often it is said, and is over when that is said", async () => {
	const { alerts, outlet, hook } = there();
	const alert = stopped("orders", { rule: "told", firedMs: firedMs() });
	const notice = noticeOf([alert], { rule: "told", id: "same" });
	for (const _ of [1, 2, 3])
		expect(await outlet.send(notice, withinMs)).toMatchObject({
			...{ isTaken: true, code: "taken", values: { code: 200 } },
		});
	const known = await alerts();
	const ours = known.filter(({ labels }) => labels.alertname === "told");
	expect(ours).toHaveLength(1);
	expect(ours[0]).toMatchObject({
		labels: { broker: "eu", channel: "orders", group: "billing" },
		annotations: { summary: "orders → billing (eu)" },
	});
	expect(ours[0]?.generatorURL).toContain("/subscriptions/orders?from=");
	await eventually(() => told(hook, "told").length > 0 || undefined, withinMs);
	const over = stopped("orders", {
		...{ rule: "told", firedMs: alert.firedMs, state: "resolved" },
		...{ resolvedMs: Date.now() - 1_000, end: "calm" },
	});
	await outlet.send(noticeOf([over], { rule: "told" }), withinMs);
	await eventually(
		() =>
			told(hook, "told").some((it) => it.status === "resolved") || undefined,
		withinMs,
	);
	expect(told(hook, "told").map((it) => it.status)).toEqual([
		...["firing", "resolved"],
	]);
});

test("many with the nastiest names are many, each under its own", async () => {
	const { alerts, outlet } = there();
	const names = nasty.filter((name) => name.isWellFormed());
	const all = names.map((name) =>
		stopped(name, { rule: "nasty", firedMs: firedMs() }),
	);
	const answer = await outlet.send(noticeOf(all), withinMs);
	expect(answer).toMatchObject({ isTaken: true });
	const known = (await alerts()).filter(
		({ labels }) => labels.alertname === "nasty",
	);
	expect(known.map(({ labels }) => labels.channel).toSorted()).toEqual(
		names.toSorted(),
	);
});
