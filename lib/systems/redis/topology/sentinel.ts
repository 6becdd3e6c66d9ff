// How is a server read that Sentinel watches over? Whom it names is asked, as long as that one is what it is said to be.
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import type { Address } from "../../address.ts";
import type { Connection, OpenOptions } from "../../system.ts";
import { TroubleError } from "../../trouble-error.ts";
import { ask } from "../connection/ask.ts";
import {
	type Configured,
	nothingConfigured,
} from "../connection/configured.ts";
import { cleanUpsAt } from "./clean-ups.ts";
import { openDoors, troubleIn } from "./doors.ts";
import { openNode } from "./node.ts";
import { expectOriginal, isAt } from "./nodes.ts";
import { type Known, reached } from "./place.ts";
import { copiesOf, originalOf } from "./sentinel-replies.ts";

export const usualPort = 26_379;
/** How much of a tick may go into asking whom to read. */
const askingPart = 0.4;
/** After that the younger word is thought to be lost, as when all of Sentinel was set up anew. */
const believedForMs = 30_000;

export const isSentinel = ({ scheme }: Address): boolean =>
	scheme.endsWith("+sentinel");

/** `/mymaster/0` */
export function setIn({ path }: Address): { name: string; database: string } {
	const [name = "", database = "", ...rest] = path.split("/");
	return { name, database: [database, ...rest].join("/") };
}

export function openSentinel(options: OpenOptions<Configured>): Connection {
	const { address, settings = nothingConfigured, deadlineMs } = options;
	const { name, database } = setIn(address);
	const scheme = address.scheme.replace(/\+sentinel$/, "");
	const watchers = openDoors(
		{ ...address, ...settings.sentinel, scheme, path: "" },
		settings,
		usualPort,
	);
	const wantsCopy = settings.readFrom === "replica";
	const addressOf = (at: Known): Address => ({
		...{ ...address, scheme, hosts: [at], path: database },
	});
	const node = openNode({
		...{ address: addressOf({ host: "", port: 0 }), settings },
		firstMs: deadlineMs / 2,
		meet: async (server) => (wantsCopy ? [] : expectOriginal(server)),
	});
	let at: Known | null = null;
	let epoch = 0;
	let epochMs = 0;

	/** An older word than we have heard is not believed: who says it is cut off from the others. */
	async function ofSentinel(untilMs: number): Promise<Known> {
		return watchers.first(untilMs, async (client, { secret }) => {
			const [master, copies] = await ask(client, secret, [
				["sentinel", "MASTER", name],
				...(wantsCopy ? ([["sentinel", "REPLICAS", name]] as const) : []),
			]);
			if (/No such master/.test(master?.error?.message ?? ""))
				throw new TroubleError(trouble("no such set", name));
			if (master?.error) throw master.error;
			const said = originalOf(master?.reply);
			if (said === null)
				throw new TroubleError(trouble("not understood", "SENTINEL MASTER"));
			const nowMs = performance.now();
			if (said.epoch < epoch && nowMs - epochMs < believedForMs)
				throw new TroubleError(trouble("failing over"));
			[epoch, epochMs] = [said.epoch, nowMs];
			return chosen(said.at, copiesOf(copies?.reply));
		});
	}

	/** The same copy for as long as it is well; the original where there is none. */
	function chosen(original: Known, copies: readonly Known[]): Known {
		const there = [...copies, original].map((it) =>
			reached(it, settings.nodes),
		);
		const places = there.flatMap((it) => ("at" in it ? it.at : []));
		const [first] = places;
		if (first === undefined)
			throw new TroubleError(
				there.flatMap((it) => ("trouble" in it ? it.trouble : []))[0] ??
					trouble("not understood"),
			);
		return places.slice(0, -1).find((it) => at && isAt(it, at)) ?? first;
	}

	async function find(startMs: number): Promise<readonly Trouble[]> {
		try {
			const found = await ofSentinel(startMs + askingPart * deadlineMs);
			if (at === null || !isAt(at, found)) node.turnTo(addressOf(found));
			at = found;
			return [];
		} catch (error) {
			const why = troubleIn(error);
			if (why === null) throw error;
			if (at !== null && isAbsence(why))
				return [trouble("watchers silent", why.detail)];
			// It is Sentinel that says so, and not the server.
			throw why.part === "" && why.code !== "no such set"
				? new TroubleError({ ...why, part: "Sentinel" })
				: error;
		}
	}

	const leftMs = (startMs: number) =>
		Math.max(1, Math.round(startMs + deadlineMs - performance.now()));

	return {
		async read() {
			const startMs = performance.now();
			const troubles = await find(startMs);
			const snapshot = await node.read(leftMs(startMs));
			return {
				...snapshot,
				troubles: [...troubles, ...snapshot.troubles],
				version: [snapshot.version, "Sentinel"]
					.filter((it) => it !== null)
					.join(" · "),
			};
		},
		async look(subscription, page) {
			const startMs = performance.now();
			if (at === null) await find(startMs);
			return node.look(subscription, page, leftMs(startMs));
		},
		/** Who is to be changed is asked for anew each time: the one that was read may have been replaced since. */
		cleanUps: cleanUpsAt(async () => {
			const startMs = performance.now();
			const [silent] = await find(startMs);
			if (silent !== undefined) throw new TroubleError(silent);
			return { node, leftMs: leftMs(startMs) };
		}),
		async close() {
			watchers.close();
			node.close();
		},
	};
}

const isAbsence = ({ code }: Trouble): boolean =>
	["unreachable", "no answer", "no such host", "failing over"].includes(code);
