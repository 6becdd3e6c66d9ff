// Which groups are at a broker and on no row of the board? Those without a position on any channel.

export type BystanderMember = {
	readonly name: string;
	readonly clientId: string | null;
	readonly host: string | null;
	/** The id under which a static member returns. */
	readonly instanceId: string | null;
};

export type Bystander = {
	readonly name: string;
	/** In the broker's own words, as its state is; null where it does not say. */
	readonly kind: string | null;
	readonly state: string | null;
	readonly registered: number | null;
	/** The first of those registered; none where nobody may know them. */
	readonly members: readonly BystanderMember[];
};

export type Bystanders = {
	/** In the order of their names. */
	readonly groups: readonly Bystander[];
	/** How many more there are than are told. */
	readonly leftOut: number;
};

/** As it is kept: the broker answered since and did not name it, because a part of it was silent. */
export type KnownBystander = Bystander & { readonly stale: boolean };
export type KnownBystanders = {
	readonly groups: readonly KnownBystander[];
	readonly leftOut: number;
};

export const noBystanders: KnownBystanders = { groups: [], leftOut: 0 };

export const bystandersMax = 1_000;
export const membersMax = 50;
/** Of all groups together: a page stays small whatever is in it. */
const linesMax = 5_000;

/** As many as are told, whatever there is. */
export function boundedBystanders<One extends Bystander>(
	all: readonly One[],
): { readonly groups: readonly One[]; readonly leftOut: number } {
	let left = linesMax;
	const groups = all
		.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
		.slice(0, bystandersMax)
		.map((group) => {
			const members = group.members.slice(0, Math.min(membersMax, left));
			left -= members.length;
			return { ...group, members };
		});
	return { groups, leftOut: all.length - groups.length };
}
