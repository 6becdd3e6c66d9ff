// How many connections of clients does a server hold open, and how many does it allow?

/** Each null where the server does not tell it; of several servers, those of the one that is nearest to its limit. */
export type Connections = {
	readonly open: number | null;
	readonly most: number | null;
};
