// What does a test let wait, so that somebody has to be told? Streams of its own, with a group that reads when it is asked to.
import { Redis } from "ioredis";

export type Backlogs = {
	/** More wait than the rules of `told.ts` bear. */
	raise(channel: string): Promise<void>;
	/** All of it is read and acknowledged. */
	clear(channel: string): Promise<void>;
	end(): void;
};

const group = "readers";
const count = 7;

export function backlogsOn(address: string): Backlogs {
	const client = new Redis(address);
	client.on("error", () => {});
	return {
		async raise(channel) {
			await client.xgroup("CREATE", channel, group, "0", "MKSTREAM");
			const adding = client.multi();
			for (let n = 0; n < count; n++) adding.xadd(channel, "*", "n", n);
			await adding.exec();
		},
		async clear(channel) {
			await client.xreadgroup(
				...(["GROUP", group, "one", "COUNT", count, "NOACK"] as const),
				...(["STREAMS", channel, ">"] as const),
			);
		},
		end: () => client.disconnect(),
	};
}
