// How do the snapshots of a cluster's nodes become one? Each channel once, complete only when every node's is.
import { noBystanders } from "#lib/core/bystander.ts";
import type { Connections } from "#lib/core/connections.ts";
import type { OwnShare } from "#lib/core/own-share.ts";
import type { Reading, Snapshot } from "#lib/core/reading.ts";
import type { Standing } from "#lib/core/standing.ts";
import type { Trouble } from "#lib/core/trouble.ts";
import { familiesOf } from "../../family.ts";
import { unheard } from "./copy.ts";

export type NodePart<Node, Told extends Snapshot = Snapshot> = {
	readonly node: Node;
	/** "host:port" */
	readonly place: string;
	readonly told: Told | Trouble;
	/** What it told last, before it fell silent. */
	readonly last: readonly Reading[];
};

export type Merged<Node> = {
	readonly snapshot: Snapshot;
	/** Who told of a channel. */
	readonly tellers: ReadonlyMap<string, Node>;
};

/** `owns` decides where two nodes tell of the same channel, which one moves while we read. */
export function merged<Node>(
	parts: readonly NodePart<Node>[],
	owns: (node: Node, channel: string) => boolean,
): Merged<Node> {
	const tellers = new Map<string, Node>();
	const heard: { node: Node; snapshot: Snapshot }[] = [];
	for (const { node, told } of parts)
		if (!("code" in told)) heard.push({ node, snapshot: told });
	for (const { node, snapshot } of heard)
		for (const { channel } of snapshot.readings) {
			const other = tellers.get(channel);
			if (other === undefined) tellers.set(channel, node);
			else if (other !== node && owns(node, channel))
				tellers.set(channel, node);
		}
	const readings = heard.flatMap(({ node, snapshot }) =>
		snapshot.readings.filter(({ channel }) => tellers.get(channel) === node),
	);
	for (const { place, told, last } of parts)
		if ("code" in told)
			for (const reading of last)
				if (!tellers.has(reading.channel))
					readings.push(unheard(reading, { ...told, part: place }));
	const snapshots = heard.map(({ snapshot }) => snapshot);
	const versions = snapshots.flatMap(({ version }) => version ?? []);
	return {
		tellers,
		snapshot: {
			readings: inFamilies(readings),
			complete:
				heard.length === parts.length &&
				snapshots.every(({ complete }) => complete),
			// What one node lost sight of, another may have by now.
			gone: heard.flatMap(({ node, snapshot }) =>
				snapshot.gone.filter(
					({ channel }) => (tellers.get(channel) ?? node) === node,
				),
			),
			troubles: onlyOnce(parts.flatMap(troublesOf)),
			version: versions.length === 0 ? null : [...new Set(versions)].join(", "),
			bystanders: noBystanders,
			ownShare: worstOf(snapshots.map(({ ownShare }) => ownShare)),
			connections: fullestOf(snapshots.map((it) => it.connections)),
			standing: eachOnce(snapshots.flatMap(({ standing }) => standing)),
		},
	};
}

/** As the node says it of whom it is worst. */
function eachOnce(standing: readonly Standing[]): Standing[] {
	const byCode = Map.groupBy(standing, ({ code }) => code);
	const worth = ({ values }: Standing) =>
		Number(values.changes ?? values.percent ?? 0);
	return [...byCode.values()].flatMap(
		(those) => those.toSorted((a, b) => worth(b) - worth(a))[0] ?? [],
	);
}

/** Names that differ by a number alone lie on different nodes as a rule. */
function inFamilies(readings: readonly Reading[]): Reading[] {
	const byKind = Map.groupBy(readings, ({ kind }) => kind);
	const families = new Map(
		[...byKind].map(([kind, those]) => [
			kind,
			familiesOf(new Set(those.map(({ channel }) => channel))),
		]),
	);
	return readings.map((reading) => {
		const family = families.get(reading.kind)?.get(reading.channel) ?? null;
		return reading.family === family ? reading : { ...reading, family };
	});
}

/** A question that no node answers is told once, and what concerns a node as a whole with the node's place. */
function troublesOf({ place, told }: NodePart<unknown>): readonly Trouble[] {
	if ("code" in told) return [{ ...told, part: place }];
	return told.troubles.map((it) =>
		it.part === "" ? { ...it, part: place } : it,
	);
}

export function onlyOnce(troubles: readonly Trouble[]): Trouble[] {
	const found = new Map<string, Trouble>();
	for (const it of troubles) {
		const key = `${it.code} ${it.part}`;
		if (!found.has(key)) found.set(key, it);
	}
	return [...found.values()];
}

/** Of the node that feels us most. */
function worstOf(shares: readonly (OwnShare | null)[]): OwnShare | null {
	let worst: OwnShare | null = null;
	for (const share of shares)
		if (
			share !== null &&
			(worst === null ||
				share.busyMs / share.overMs > worst.busyMs / worst.overMs)
		)
			worst = share;
	return worst;
}

/** Of the node that is nearest to its limit; of one that tells none only where no other does. */
function fullestOf(those: readonly (Connections | null)[]): Connections | null {
	const near = ({ open, most }: Connections) =>
		open === null || most === null ? -1 : open / most;
	const told = those.filter((it) => it !== null);
	return (
		told.toSorted(
			(a, b) => near(b) - near(a) || (b.open ?? -1) - (a.open ?? -1),
		)[0] ?? null
	);
}
