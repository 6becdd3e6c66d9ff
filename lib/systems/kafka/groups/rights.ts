// Which rights are missing? Without them a cluster looks idle, as it hides what may not be seen and says nothing.
import { describeClusterV0, Reader } from "@platformatic/kafka";
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import type { Links } from "../connection/links.ts";
import { type Request, wholeAnswer } from "../protocol/request.ts";
import type { Share } from "./share.ts";

const everyMs = 30_000;
const namesMax = 3;

/** A bit for each operation on the cluster as a whole. It needs no right, and a cluster without rights sets all. */
const clusterRights: Request<number> = {
	name: "DescribeCluster",
	key: 60,
	oldest: 0,
	newest: 0,
	encode: () => describeClusterV0.createRequest(true, 1),
	decode: (bytes) =>
		wholeAnswer(() =>
			describeClusterV0.parseResponse(0, 60, 0, Reader.from(bytes)),
		).clusterAuthorizedOperations,
};
const describeBit = 1 << 8;

type Seen = {
	readonly shares: readonly Share[];
	/** Topics the cluster named, whether somebody wants to see them or not. */
	readonly topics: number;
	/** Groups whose members may not be told. */
	readonly refused: readonly string[];
};

export class Rights {
	#askedMs = Number.NEGATIVE_INFINITY;
	#mayListAll = true;

	/** Asked only where no group is listed, for there it is either silence or a missing right. */
	async read(
		links: Links,
		shares: readonly Share[],
		untilMs: number,
	): Promise<void> {
		const nowMs = performance.now();
		if (isAnyListed(shares)) this.#askedMs = Number.NEGATIVE_INFINITY;
		else if (nowMs - this.#askedMs >= everyMs) {
			this.#askedMs = nowMs;
			const rights = await links
				.first(clusterRights, untilMs)
				.catch(() => describeBit);
			this.#mayListAll = (rights & describeBit) !== 0;
		}
	}

	missing({ shares, topics, refused }: Seen): readonly Trouble[] {
		const isListed = isAnyListed(shares);
		const denied = shares.flatMap((share) => share.denied);
		const missing: Trouble[] = [];
		const add = (part: string, detail: string) =>
			missing.push(trouble("not allowed", detail, part));
		if (!isListed && !this.#mayListAll)
			add("groups", "none is listed: DESCRIBE is missing on groups");
		if (isListed && topics === 0)
			add("topics", "none is named: DESCRIBE is missing on topics");
		if (denied.length > 0)
			add("groups", `DESCRIBE is missing on ${naming(denied)}`);
		if (refused.length > 0)
			add(
				"members",
				`DESCRIBE is missing on topics that are read by ${naming(refused)}`,
			);
		return missing;
	}
}

const isAnyListed = (shares: readonly Share[]): boolean =>
	shares.some(({ groups, trouble }) => groups.length > 0 || trouble !== null);

function naming(groups: readonly string[]): string {
	const named = groups.toSorted().slice(0, namesMax).join(", ");
	const more = groups.length - namesMax;
	return more > 0 ? `${named} and ${more} more` : named;
}
