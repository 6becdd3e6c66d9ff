// How is each kind of group asked who is registered in it?
import { describeClassic } from "./describe-classic.ts";
import { describeConsumer } from "./describe-consumer.ts";
import { describeShare } from "./describe-share.ts";
import { describeStreams } from "./describe-streams.ts";
import type { Describe } from "./described.ts";

/** By the type a group has in this tick: it may change while the group lives. */
export const describeBy: ReadonlyMap<string, Describe> = new Map([
	["classic", describeClassic],
	["consumer", describeConsumer],
	["share", describeShare],
	["streams", describeStreams],
]);
