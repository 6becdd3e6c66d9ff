// Is an address tried once, within bounds, and told in codes and counts only?
import { expect, test, vi } from "vitest";
import { noBystanders } from "#lib/core/bystander.ts";
import { nothingKnown, type Snapshot } from "#lib/core/reading.ts";
import { trouble } from "#lib/core/trouble.ts";
import type { OpenOptions, System } from "#lib/systems/system.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import { triesOf } from "./tries.ts";

const reading = (kind: string, channel: string, group: string) => ({
	...nothingKnown,
	...{ kind, channel, group, atMs: 1 },
});

const snapshot = (given: Partial<Snapshot> = {}): Snapshot => ({
	...{ readings: [], complete: true, gone: [], troubles: [] },
	...{
		version: null,
		bystanders: noBystanders,
		ownShare: null,
		connections: null,
		standing: [],
	},
	...given,
});

function scene(read: () => Promise<Snapshot>, brokers = 0) {
	const close = vi.fn(async () => undefined);
	const open = vi.fn((_: OpenOptions) => ({
		...{ read, close },
		look: () => Promise.reject(new Error("nobody looks here")),
	}));
	const tide: System = {
		words: {
			...{ name: "tide", label: "Tide", icon: "", example: "tide://host:1" },
			...{ finds: { en: "x", ko: "x" }, kinds: {} },
		},
		schemes: ["tide"],
		usualPorts: [4001, 4002],
		settings: () => {
			throw new Error("nothing stands beside an address that is tried");
		},
		mistakesIn: ({ options }) =>
			options.has("wrong") ? ["leave the option wrong out"] : [],
		open,
	};
	const tries = triesOf({ systems: [tide], brokers, deadlineMs: 200 });
	const at = (address: string | null) => tries({ verb: "try", address });
	return { at, open, close };
}

test("what is found is counted by kind, and nothing that the far side named is repeated", async () => {
	const { at, open, close } = scene(async () =>
		snapshot({
			readings: [
				reading("log", "<b>orders</b>", "a"),
				reading("log", "<b>orders</b>", "b"),
				reading("list", "mail", "c"),
			],
			version: "Tide 7.2.6 <script>",
		}),
	);
	expect(await at(`tide://user:\${TIDE}@host:1`)).toEqual([
		{
			...{ address: "tide://host:1", system: "tide", trouble: null },
			...{ version: "Tide 7.2.6", complete: true },
			kinds: [
				{ kind: "log", channels: 1, subscriptions: 2 },
				{ kind: "list", channels: 1, subscriptions: 1 },
			],
		},
	]);
	expect(open.mock.calls[0]?.[0].address).toMatchObject({
		...{ user: null, password: null },
	});
	expect(close).toHaveBeenCalledTimes(1);
});

test("a broker that finds what it has little by little is read until it has, or time is over", async () => {
	let reads = 0;
	const growing = scene(async () => snapshot({ complete: ++reads === 2 }));
	expect((await growing.at("tide://host:1"))[0]?.complete).toBe(true);
	const endless = scene(async () => snapshot({ complete: false }));
	expect(await endless.at("tide://host:1")).toMatchObject([
		{ trouble: null, complete: false },
	]);
});

test("what keeps it from being read is a code, without the far side's words", async () => {
	const refusing = scene(() =>
		Promise.reject(new TroubleError(trouble("sign-in wanted", "canary"))),
	);
	const told = await refusing.at("tide://host:1");
	expect(told).toMatchObject([{ trouble: "sign-in wanted" }]);
	expect(JSON.stringify(told)).not.toContain("canary");
	const silent = scene(() => new Promise(() => {}));
	expect(await silent.at("tide://host:1")).toMatchObject([
		{ trouble: "no answer" },
	]);
	expect(silent.close).toHaveBeenCalledTimes(1);
});

test("without an address the usual ports of this machine are tried, and no other", async () => {
	const { at } = scene(async () => snapshot());
	const found = await at(null);
	expect(found.map(({ address }) => address)).toEqual([
		"tide://127.0.0.1:4001",
		"tide://127.0.0.1:4002",
	]);
});

test.each([
	["a password", "tide://user:canary@host:1", "password shown"],
	["no address at all", "host:1", "no address"],
	["two hosts that are none", "tide://a:1,,b:2", "no address"],
	["a scheme of nobody here", "file:///etc/passwd", "no address"],
	["a scheme of another program", "http://host:80", "no such scheme"],
	[
		"a place where no broker is",
		"tide://169.254.169.254:80",
		"address not tried",
	],
	["an option that is not known", "tide://host:1?wrong=1", "address mistaken"],
	[
		"more hosts than anybody types",
		`tide://${Array.from({ length: 17 }, (_, n) => `h${n}:1`).join(",")}`,
		"address not tried",
	],
])(
	"%s is refused before anything is opened",
	async (_sentence, address, key) => {
		const { at, open } = scene(async () => snapshot());
		await expect(at(address)).rejects.toMatchObject({ detail: { key } });
		expect(open).not.toHaveBeenCalled();
	},
);

test("with a broker configured nothing is tried", async () => {
	const { at, open } = scene(async () => snapshot(), 1);
	await expect(at(null)).rejects.toMatchObject({
		detail: { key: "tries closed" },
	});
	expect(open).not.toHaveBeenCalled();
});

test("somebody who walks through a network is stopped", async () => {
	const { at, open } = scene(async () => snapshot());
	for (let n = 0; n < 20; n++) await at(`tide://host:${n + 1}`);
	await expect(at("tide://host:99")).rejects.toMatchObject({
		detail: { key: "tries too many" },
	});
	expect(open).toHaveBeenCalledTimes(20);
});
