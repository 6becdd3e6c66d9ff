// Does the line that is shown do the same as the clean-up it stands beside? Kafka's own tools run it, on a group made alike.
import { describe, expect, test } from "vitest";
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import { eventually } from "#world/eventually.ts";
import { kafkaVersion, kafkaVersions } from "#world/kafka-jars.mjs";
import { terminal } from "../../for-tests/by-hand.ts";
import { cleaning, resetTo } from "../../for-tests/cleaning.ts";
import { fingerprint } from "../../for-tests/fingerprint.ts";
import {
	commitNoted,
	type Kind,
	leftGroup,
} from "../../for-tests/groups-left.ts";
import { connect } from "../../for-tests/members.ts";
import { setShared } from "../../for-tests/newer-members.ts";
import { ownKafka } from "../../for-tests/own.ts";
import { asker } from "../../for-tests/requests.ts";
import { stageAt, unique } from "../../for-tests/stage.ts";

const destroy: CleanUp = { action: "destroy" };
const forget: CleanUp = { action: "forget" };
const toEach: CleanUp = resetTo({ place: "shift", messages: 3 });
const allKinds: readonly (Kind | "share")[] = [
	...(["classic", "consumer", "streams", "share"] as const),
];

/** Without what is written beside a position. */
const bare = (lines: readonly string[]) =>
	lines.map((line) =>
		line.replace(/"metadata":"[^"]*"/, "").replace(/"epoch":-?\d+/, ""),
	);

describe.each(kafkaVersions)("Kafka %s", (version) => {
	const own = ownKafka({}, version);
	const isNewest = version === kafkaVersion;
	const kinds = allKinds.filter(
		(kind) => isNewest || kind === "classic" || kind === "consumer",
	);

	/** A group that stands in two topics. */
	async function begin(kind: Kind | "share", topics: readonly string[]) {
		const group = unique("it's a group");
		const [topic = "", also = ""] = topics;
		if (kind === "share") {
			const tool = await connect(own.port, "tool");
			for (const name of topics)
				await eventually(async () => {
					const { code } = await setShared(tool, group, name, 2n);
					return code === 0 || undefined;
				}, 20_000);
		} else {
			await leftGroup(own.port, kind, group, topic, [6, 2]);
			await commitNoted(own.port, group, also, [4]);
		}
		const stage = stageAt(`kafka://127.0.0.1:${own.port}`);
		const ask = asker(own.port);
		const seen = async () => {
			const lines = await fingerprint(ask, [group], topics);
			return lines.map((line) => line.replaceAll(group, "g"));
		};
		const connection = stage.open();
		await connection.read();
		return { seen, ...cleaning(connection, topic, group) };
	}

	/** By hand in one, by us in the other; what came of both, and what it was. */
	async function both(kind: Kind | "share", cleanUp: CleanUp) {
		const stage = stageAt(`kafka://127.0.0.1:${own.port}`);
		const topics = [await stage.topicWith(2, 20), await stage.topicWith(1, 5)];
		const [byHand, byUs] = [
			await begin(kind, topics),
			await begin(kind, topics),
		];
		const before = await byUs.seen();
		expect(await byHand.seen()).toEqual(before);
		const { commands, refusal } = await byHand.plan(cleanUp);
		expect({ refusal, lines: commands?.length }).toEqual({
			...{ refusal: null, lines: 1 },
		});
		const paste = await terminal(version);
		for (const line of commands ?? []) await paste(line);
		const { outcome } = await byUs.apply(await byUs.plan(cleanUp));
		expect(outcome).toMatchObject({ ending: "done", refusals: [] });
		const after = { hand: await byHand.seen(), us: await byUs.seen() };
		expect(after.us).not.toEqual(before);
		return after;
	}

	test.each(kinds)("a %s group ends", async (kind) => {
		const { hand, us } = await both(kind, destroy);
		expect(hand).toEqual(us);
	});

	test.each(kinds)("a %s group forgets a topic", async (kind) => {
		const { hand, us } = await both(kind, forget);
		expect(hand).toEqual(us);
	});

	test.each(kinds.filter((kind) => kind === "classic" || kind === "consumer"))(
		"a %s group is put elsewhere, one by one, and loses only what was written beside",
		async (kind) => {
			const { hand, us } = await both(kind, toEach);
			expect(bare(hand)).toEqual(bare(us));
			expect(hand).not.toEqual(us);
		},
	);

	test("a group that ended is made again", async () => {
		const stage = stageAt(`kafka://127.0.0.1:${own.port}`);
		const topics = [await stage.topicWith(2, 20), await stage.topicWith(1, 5)];
		const it = await begin("consumer", topics);
		const positions = async () =>
			bare(await it.seen()).filter((line) => line.startsWith('["position"'));
		const before = await positions();
		const plan = await it.plan(destroy);
		const { kept } = await it.apply(plan);
		expect(await positions()).toEqual([]);
		const undo: CleanUp = { action: "undo", errand: "a" };
		const back = await it.plan(undo, { plan, before: kept });
		const paste = await terminal(version);
		for (const line of back.commands ?? []) await paste(line);
		expect(await positions()).toEqual(before);
	});

	if (!isNewest) return;

	test.each(["first", "end"] as const)(
		"a share group is put at the %s",
		async (place) => {
			const { hand, us } = await both("share", resetTo({ place }));
			expect(hand).toEqual(us);
		},
	);

	test("there is no line where no tool does exactly that", async () => {
		const stage = stageAt(`kafka://127.0.0.1:${own.port}`);
		const topics = [await stage.topicWith(2, 20), await stage.topicWith(1, 5)];
		const share = await begin("share", topics);
		const streams = await begin("streams", topics);
		const to = resetTo({ place: "exact", position: 4 });
		for (const { plan } of [share, streams])
			expect(await plan(to)).toMatchObject({ commands: null, refusal: null });
	});
});
