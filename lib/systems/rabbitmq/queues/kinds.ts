// Of which kind is a queue? By its type: each keeps messages in its own way.

export const classicKind = "classic queue";
export const quorumKind = "quorum queue";
export const streamKind = "stream queue";
/** Of a type that came with a plugin, or later than this program. */
export const otherKind = "other queue";

const kinds: ReadonlyMap<string, string> = new Map([
	["classic", classicKind],
	["quorum", quorumKind],
	["stream", streamKind],
]);

export const kindOf = (type: string): string => kinds.get(type) ?? otherKind;
