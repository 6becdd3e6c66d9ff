// Does a browser believe the same replies as zod does? Every reply there is, and every way to garble one place of it.
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { runnerImport } from "vite";
import { beforeAll, describe, expect, test } from "vitest";
import * as activity from "./activity.ts";
import * as alerts from "./alerts.ts";
import * as board from "./board.ts";
import * as broker from "./broker.ts";
import * as cleanUp from "./clean-up.ts";
import * as errand from "./errand.ts";
import * as history from "./history.ts";
import * as problem from "./problem.ts";
import * as session from "./session.ts";

const root = join(import.meta.dirname, "../..");
const replies = [
	["activity.ts", "activityReply", activity.activityReply],
	["activity.ts", "changeReply", activity.changeReply],
	["alerts.ts", "alertReply", alerts.alertReply],
	["alerts.ts", "alertsReply", alerts.alertsReply],
	["alerts.ts", "pastAlertsReply", alerts.pastAlertsReply],
	["alerts.ts", "rulesReply", alerts.rulesReply],
	["board.ts", "boardReply", board.boardReply],
	["board.ts", "subscriptionReply", board.subscriptionReply],
	["broker.ts", "brokerPageReply", broker.brokerPageReply],
	["clean-up.ts", "cleanUpReply", cleanUp.cleanUpReply],
	["errand.ts", "errandReply", errand.errandReply],
	["history.ts", "historyReply", history.historyReply],
	["history.ts", "rememberedReply", history.rememberedReply],
	["problem.ts", "problemReply", problem.problemReply],
	["session.ts", "sessionReply", session.sessionReply],
] as const;

type Reads = {
	safeParse(value: unknown): { success: boolean; data?: unknown };
};
const inBrowser = new Map<string, Readonly<Record<string, Reads>>>();

beforeAll(async () => {
	for (const file of new Set(replies.map(([file]) => file))) {
		const { module } = await runnerImport<Record<string, Reads>>(
			join(import.meta.dirname, file),
			{
				...{ root, configFile: false, logLevel: "silent" },
				resolve: {
					alias: { zod: join(import.meta.dirname, "zod-in-browser.ts") },
				},
			},
		);
		inBrowser.set(file, module);
	}
});

describe.each(replies)("%s: %s", (file, name, schema) => {
	const sample = sampleOf(schema);
	const both = (value: unknown) => {
		const zod = schema.safeParse(value);
		const ours = inBrowser.get(file)?.[name]?.safeParse(value);
		const told = ours?.success ? { success: true, data: ours.data } : ours;
		return [
			told,
			zod.success ? { success: true, data: zod.data } : { success: false },
		];
	};

	test("a good one is read, and comes out the same", () => {
		const [ours, zod] = both(sample);
		expect(zod).toMatchObject({ success: true });
		expect(ours).toEqual(zod);
	});

	test("one that is garbled in any place is refused where zod refuses it", () => {
		const values = [...garbled(sample)];
		const read = values.map(both);
		const differs = values.filter(
			(_, i) => !isDeepStrictEqual(read[i]?.[0], read[i]?.[1]),
		);
		expect(differs).toEqual([]);
		const refused = read.filter(([, zod]) => zod?.success === false).length;
		expect(refused).toBeGreaterThan(5);
	});
});

/** A value that fits, with everything in it that may be there. */
function sampleOf(schema: unknown): unknown {
	// The cast: a schema keeps its own description there, for tools such as this.
	const { def } = (schema as { _zod: { def: Def } })._zod;
	switch (def.type) {
		case "object":
			return Object.fromEntries(
				Object.entries(def.shape ?? {}).map(([key, it]) => [key, sampleOf(it)]),
			);
		case "array":
			return [sampleOf(def.element), sampleOf(def.element)];
		case "record":
			return Object.fromEntries(
				namesOf(def.keyType).map((key) => [key, sampleOf(def.valueType)]),
			);
		case "nullable":
		case "optional":
			return sampleOf(def.innerType);
		case "union":
			return sampleOf(def.options?.[0]);
		case "enum":
			return Object.values(def.entries ?? {})[0];
		case "literal":
			return def.values?.[0];
		case "number":
			return 7;
		case "boolean":
			return true;
		case "string":
			return def.format === "datetime" ? "2026-11-21T14:00:00.000Z" : "a";
		default:
			return null;
	}
}

type Def = {
	readonly type: string;
	readonly shape?: Readonly<Record<string, unknown>>;
	readonly element?: unknown;
	readonly keyType?: unknown;
	readonly valueType?: unknown;
	readonly innerType?: unknown;
	readonly options?: readonly unknown[];
	readonly entries?: Readonly<Record<string, unknown>>;
	readonly values?: readonly unknown[];
	readonly format?: string;
};

function namesOf(keys: unknown): readonly string[] {
	const { def } = (keys as { _zod: { def: Def } })._zod;
	return Object.values(def.entries ?? { a: "a", b: "b" }).map(String);
}

const wrongs = [null, "x", "", 1, 1.5, true, {}, [], { x: 1 }, ["x"]];

/** The value with each of its places taken away, added to, or put wrong in turn. */
function* garbled(value: unknown): Generator<unknown> {
	yield* wrongs;
	if (Array.isArray(value)) {
		for (const [i, it] of value.entries())
			for (const other of garbled(it)) yield value.with(i, other);
		return;
	}
	if (typeof value !== "object" || value === null) return;
	yield { ...value, beside: 1 };
	for (const [name, it] of Object.entries(value)) {
		const { [name]: _, ...rest }: Record<string, unknown> = { ...value };
		yield rest;
		for (const other of garbled(it)) yield { ...value, [name]: other };
	}
}
