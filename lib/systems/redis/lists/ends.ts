// At which end do messages come into a list, and at which do they leave it? Learned from looks between which only one end changed.

export const ends = ["left", "right"] as const;
export type End = (typeof ends)[number];

export const opposite = (end: End): End => (end === "left" ? "right" : "left");

/** What lies at both ends of a list, by its marks, and how much lies there. */
export type Ends = {
	readonly count: number;
	readonly left: string | null;
	readonly right: string | null;
};

export type EndWatch = {
	note(now: Ends): void;
	/** Null while too little was seen, or not always the same. */
	comesIn(): End | null;
	goesOut(): End | null;
};

const seenMin = 3;
/** A worker that gives back what it has not begun puts it where others take. */
const oftener = 5;

export function watchEnds(): EndWatch {
	const grown = { left: 0, right: 0 };
	const shrunk = { left: 0, right: 0 };
	let was: Ends | null = null;
	return {
		note(now) {
			const before = was;
			was = now;
			if (before === null || before.count === 0 || now.count === 0) return;
			const isLeft = before.left !== now.left;
			if (isLeft === (before.right !== now.right)) return;
			const votes = now.count > before.count ? grown : shrunk;
			if (now.count !== before.count) votes[isLeft ? "left" : "right"]++;
		},
		comesIn: () => mostly(grown),
		goesOut: () => mostly(shrunk),
	};
}

const mostly = (votes: Readonly<Record<End, number>>): End | null =>
	ends.find(
		(end) =>
			votes[end] >= seenMin && votes[end] >= oftener * votes[opposite(end)],
	) ?? null;
