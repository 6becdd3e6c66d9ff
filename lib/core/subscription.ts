// Which backlog is this? One group reading one channel, and the address it keeps for ever.
import { createHash } from "node:crypto";

export type Subscription = {
	readonly broker: string;
	readonly kind: string;
	readonly channel: string;
	readonly group: string | null;
};

export const idOf = ({ broker, kind, channel, group }: Subscription): string =>
	hashOf([broker, kind, channel, group]);

/** Short, because it stands in addresses: 132 bits keep families apart as well. */
export const foldIdOf = (
	broker: string,
	kind: string,
	family: string,
	group: string | null,
): string => hashOf(["family", broker, kind, family, group]).slice(0, 22);

/**
 * The length before each part keeps ("a", "bc") and ("ab", "c") apart. A group that does not exist is not the group
 * with the empty name, so it has a length no name can have.
 */
function hashOf(parts: readonly (string | null)[]): string {
	const hash = createHash("sha256");
	for (const part of parts) {
		const bytes = Buffer.from(part ?? "", "utf8");
		const length = Buffer.alloc(4);
		length.writeUInt32BE(part === null ? 0xffffffff : bytes.length);
		hash.update(length).update(bytes);
	}
	return hash.digest("base64url");
}
