// How are all streams of one server read in a tick? Found, heard, asked further where that is not enough, and told.
import type { Sweeps } from "../keys/sweeps.ts";
import type { MembersWatch } from "../members/watch.ts";
import type { Moment, Part, Told } from "../part.ts";
import { openKnownStreams } from "./discovery.ts";
import { askFurther } from "./further.ts";
import { hear } from "./hear.ts";
import { openLull } from "./lull.ts";
import { readingsOf, vanishedFrom } from "./readings.ts";

export function openStreams(members: MembersWatch, sweeps: Sweeps): Part {
	const streams = openKnownStreams(sweeps);
	const lull = openLull();

	async function tick(moment: Moment): Promise<Told> {
		const { client, secret, server, number } = moment;
		const areAllKnown = sweeps.areAllKnown();
		// Without a version the count that may drift is the safe guess.
		const trust = server.version?.lagTrust ?? "drifts";
		const heard = await lull.hear({
			...{ streams, server, nowMs: performance.now() },
			hear: () => hear(client, secret, streams, trust),
		});
		const groups = await askFurther(client, secret, heard, {
			...{ nowMs: server.nowMs, tick: number, trust },
			stillSinceMs: lull.sinceMs(),
		});
		await members.tick(client, secret, server, heard, groups);
		const shared = {
			...{ atMs: Date.now(), serverMs: server.nowMs },
			families: streams.families(),
			told: members.told,
		};
		return {
			readings: heard.flatMap((it, i) =>
				readingsOf(it, groups[i] ?? [], shared),
			),
			gone: [...streams.takeGone(), ...heard.flatMap(vanishedFrom)],
			areAllKnown,
		};
	}

	return { tick, close() {} };
}
