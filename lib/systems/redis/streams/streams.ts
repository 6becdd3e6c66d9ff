// How are all streams of one server read in a tick? Found, heard, asked further where that is not enough, and told.
import type { Sweeps } from "../keys/sweeps.ts";
import type { MembersWatch } from "../members/watch.ts";
import type { Moment, Part, Told } from "../part.ts";
import { unchanged } from "./anew.ts";
import { openKnownStreams } from "./discovery.ts";
import { askFurther } from "./further.ts";
import { openReasons } from "./gone-why.ts";
import { type Heard, hear } from "./hear.ts";
import { openLull } from "./lull.ts";
import { readingsOf, vanishedFrom } from "./readings.ts";

/** `isOwn`: streams that belong to something else and are no backlog, as long as no group reads them. */
export function openStreams(
	members: MembersWatch,
	sweeps: Sweeps,
	isOwn: (stream: string) => boolean,
): Part {
	const streams = openKnownStreams(sweeps);
	const reasonsFor = openReasons();
	const lull = openLull<Heard>(unchanged);

	async function tick(moment: Moment): Promise<Told> {
		const { client, secret, server, number } = moment;
		const areAllFound = sweeps.areAllKnown();
		// Without a version the count that may drift is the safe guess.
		const trust = server.version?.lagTrust ?? "drifts";
		const heard = await lull.hear({
			...{ channels: streams, server, nowMs: performance.now() },
			hear: () => hear(client, secret, streams, trust),
		});
		const trouble = streams.trouble();
		const went = [...streams.takeGone(), ...heard.map(vanishedFrom)].filter(
			({ facts }) => facts.length > 0,
		);
		const gone = reasonsFor(went, server);
		const groups = await askFurther(client, secret, heard, {
			...{ nowMs: server.nowMs, tick: number, trust },
			stillSinceMs: lull.sinceMs(),
		});
		// Readers are connected to the original, and asked for there.
		if (!server.isCopy) await members.tick(moment, heard, groups);
		const shared = {
			...{ atMs: Date.now(), serverMs: server.nowMs },
			families: streams.families(),
			told: server.isCopy ? () => null : members.told,
		};
		return {
			readings: heard
				.flatMap((it, i) => readingsOf(it, groups[i] ?? [], shared))
				.filter((it) => it.group !== null || !isOwn(it.channel)),
			gone,
			expiring: heard.filter(({ memory }) => memory.lifetime?.endsMs).length,
			// What was read before somebody else took its place is not gone.
			areAllKnown: areAllFound && trouble === null,
			trouble,
		};
	}

	return { tick, expect: streams.expect, close() {} };
}
