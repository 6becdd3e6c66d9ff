// In which situations are the rules of lag proved? Replies made by hand, for their tables.
import type { GroupPast, StreamNow } from "./backlog.ts";
import type { GroupReply, StreamReply } from "./replies.ts";

export const group = (over: Partial<GroupReply>): GroupReply => ({
	...{ name: "g", consumers: 1, holding: 0, position: "50-0" },
	...{ entriesRead: 50, lag: null, ...over },
});

/** A hundred entries ever added, 1-0 to 100-0, of which the last forty are left. */
export const forty: StreamReply = {
	...{ length: 40, lastMade: "100-0", first: "61-0", last: "100-0" },
	...{ lastDeleted: null, groups: null, added: 100 },
};
export const whole: StreamReply = { ...forty, length: 100, first: "1-0" };
export const empty: StreamReply = {
	...forty,
	length: 0,
	first: null,
	last: null,
};

export const seen = (detail: StreamReply): StreamNow => ({
	...{ length: detail.length, detail, added: detail.added },
});
export const unseen = (length: number, added: number | null): StreamNow => ({
	...{ length, detail: null, added },
});
export const past = (position: string, drift: number | null): GroupPast => ({
	...{ position, drift },
});
