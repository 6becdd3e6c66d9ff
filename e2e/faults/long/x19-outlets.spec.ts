// X19: a webhook and an Alertmanager are down, fail, hang and refuse. Is anybody told less for it, and does what waits stay bounded?
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { eventually } from "#world/eventually.ts";
import {
	type Heard,
	type HttpSink,
	type SinkAnswer,
	startHttpSink,
} from "#world/http-sink.ts";
import { startRedis } from "#world/redis.ts";
import type { Visitor } from "../../visitor.ts";
import { backlogsOn } from "../backlogs.ts";
import { inFolder, played } from "../scene.ts";
import { sized } from "../size.ts";
import type { Notice } from "../told.ts";
import { redisTruth } from "../truth.ts";

const outageMs = sized(6_000, 600_000);
const withinMs = sized(60_000, 400_000);
const alarms = [0, 1, 2, 3].map((n) => `alarm:${n}`);
const [first = "", ...others] = alarms;
const later = ["poison", "afterwards"];

/** As bad as it gets, each request another way. */
const atHook: readonly SinkAnswer[] = [
	...(["resets", { code: 500 }, { code: 503 }, "garbage"] as const),
	...(["never", "closes midway", { code: 429 }] as const),
];
const atAlertmanager: readonly SinkAnswer[] = [
	...(["never", { code: 500 }, "resets", "closes midway"] as const),
];

/** What it took, and not what it only heard. */
function badAt(sink: HttpSink, answers: readonly SinkAnswer[]) {
	const taken: Heard[] = [];
	let n = 0;
	let isWell = false;
	sink.answer((heard) => {
		if (!isWell) return answers[n++ % answers.length] ?? "resets";
		if (heard.body.includes('"poison"')) return { code: 400 };
		taken.push(heard);
		return { code: 200 };
	});
	return {
		taken,
		recover: () => {
			isWell = true;
		},
	};
}

const noticesOf = (heard: readonly Heard[]): readonly Notice[] =>
	heard.map(({ body }) => JSON.parse(body));
const saying = (heard: readonly Heard[], says: Notice["says"]) =>
	noticesOf(heard)
		.filter((it) => it.says === says)
		.map(({ rule }) => rule);

type Outlet = {
	readonly name: string;
	readonly failingSince: string | null;
	readonly owed: number;
	readonly givenUp: number;
};

async function outletsFor(visitor: Visitor) {
	const { outlets } = await visitor.read<{ outlets: readonly Outlet[] }>(
		"/api/rules",
	);
	return (name: string) => {
		const found = outlets.find((it) => it.name === name);
		if (!found) throw new Error(`no outlet ${name}`);
		return found;
	};
}

/** Each is told again every second: what is not taken must not heap up. */
const ruleFor = (name: string) =>
	`    "${name}": { when: lag over 4, among: "channel:${name}", for: 0s, calm: 0s, again: 1s }\n`;

test("outlets are down, fail and hang: the page and another outlet say so, what waits stays small, and all of it is told afterwards", async () => {
	test.setTimeout(180_000 + outageMs + 2 * withinMs);
	const [hook, alertmanager, other] = await Promise.all([
		startHttpSink(),
		startHttpSink(),
		startHttpSink(),
	]);
	const atHookNow = badAt(hook, atHook);
	const atAlertmanagerNow = badAt(alertmanager, atAlertmanager);
	await inFolder(async (folder) => {
		const redis = await startRedis({ folder: join(folder, "redis") });
		const truth = await redisTruth("jobs", redis);
		const backlogs = backlogsOn(redis.address);
		const settings = `alerts:
  usual: false
  allow: [127.0.0.1]
  outlets:
    hook: { kind: webhook, url: "${hook.url}/hook" }
    manager: { kind: alertmanager, url: "${alertmanager.url}" }
    other: { kind: webhook, url: "${other.url}/hook" }
  rules:
    failing: { when: outlet failing, for: 0s, calm: 0s }
${[...alarms, ...later].map(ruleFor).join("")}`;
		const brokers = { jobs: redis.address };
		try {
			await played(
				{ folder, brokers, truths: [truth], settings },
				async ({ visitor, witness }) => {
					const beganMs = performance.now();
					await backlogs.raise(first);
					await eventually(() => hook.heard[0], withinMs);
					await backlogs.clear(first);
					for (const alarm of others) await backlogs.raise(alarm);

					// Each is told of as failing, to whoever looks and by the one that is well.
					const untilTold = (name: string) =>
						eventually(async () => {
							const outlet = await outletsFor(visitor);
							expect(outlet(name).failingSince).not.toBeNull();
							expect(outlet("other").failingSince).toBeNull();
							const failing = noticesOf(other.heard)
								.filter((it) => it.rule === "failing" && it.says === "fires")
								.map(({ alerts }) => JSON.stringify(alerts));
							expect(failing.join()).toContain(`"${name}"`);
							return true;
						}, withinMs);
					await untilTold("hook");
					await eventually(() => {
						expect(saying(other.heard, "fires")).toEqual(
							expect.arrayContaining(alarms),
						);
						return true;
					}, withinMs);

					// Of each wave a beginning and an end are owed, however often it would be said again.
					const waves = alarms.length + 2;
					let owedMost = 0;
					do {
						await after(500);
						const outlet = await outletsFor(visitor);
						for (const name of ["hook", "manager"])
							owedMost = Math.max(owedMost, outlet(name).owed);
					} while (performance.now() - beganMs < outageMs);
					expect(owedMost).toBeGreaterThanOrEqual(alarms.length);
					expect(owedMost).toBeLessThanOrEqual(2 * waves);
					expect(atHookNow.taken).toEqual([]);

					atHookNow.recover();
					await untilTold("manager");
					atAlertmanagerNow.recover();
					await eventually(
						async () => {
							expect(saying(atHookNow.taken, "fires")).toEqual(
								expect.arrayContaining(alarms),
							);
							expect(saying(atHookNow.taken, "over")).toContain(first);
							const labels = atAlertmanagerNow.taken.map(({ body }) => body);
							for (const alarm of alarms)
								expect(labels.join()).toContain(`"alertname":"${alarm}"`);
							const outlet = await outletsFor(visitor);
							for (const name of ["hook", "manager"])
								expect(outlet(name)).toMatchObject({
									...{ failingSince: null, givenUp: 0 },
								});
							expect(saying(other.heard, "over")).toContain("failing");
							return true;
						},
						withinMs,
						200,
					);
					// What came more than once bears one name, and nobody heard of an end before a beginning.
					const told = noticesOf(atHookNow.taken).filter(
						({ rule }) => rule === first,
					);
					expect(told[0]?.says).toBe("fires");
					const begun = noticesOf(hook.heard).filter(
						({ rule, says }) => rule === first && says === "fires",
					);
					expect(new Set(begun.map(({ id }) => id)).size).toBe(1);

					// Poison is turned down once, counted, and holds up nothing behind it.
					await backlogs.raise("poison");
					await eventually(
						async () =>
							(await outletsFor(visitor))("hook").givenUp || undefined,
						withinMs,
					);
					await backlogs.raise("afterwards");
					await eventually(
						() =>
							saying(atHookNow.taken, "fires").includes("afterwards") ||
							undefined,
						withinMs,
					);
					const poison = noticesOf(hook.heard).filter(
						({ rule }) => rule === "poison",
					);
					expect(poison.length).toBe(new Set(poison.map(({ id }) => id)).size);
					expect(witness.broken).toEqual([]);
					expect(witness.compared).toBeGreaterThan(0);
				},
			);
		} finally {
			await truth.end();
			backlogs.end();
			await redis.stop();
			await Promise.all([hook, alertmanager, other].map((it) => it.stop()));
		}
	});
});
