// Which backlog is this? One group reading one channel, and the address it keeps for ever.
import { createHash } from "node:crypto";

export type Subscription = {
	readonly broker: string;
	readonly kind: string;
	readonly channel: string;
	readonly group: string | null;
};

/**
 * The length before each part keeps ("a", "bc") and ("ab", "c") apart. A group that does not exist is not the group
 * with the empty name, so it has a length no name can have.
 */
export function idOf(subscription: Subscription): string {
	const hash = createHash("sha256");
	for (const part of [
		subscription.broker,
		subscription.kind,
		subscription.channel,
		subscription.group,
	]) {
		const bytes = Buffer.from(part ?? "", "utf8");
		const length = Buffer.alloc(4);
		length.writeUInt32BE(part === null ? 0xffffffff : bytes.length);
		hash.update(length).update(bytes);
	}
	return hash.digest("base64url");
}
