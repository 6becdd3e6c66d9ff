// Which rights are missing? Without them a cluster looks idle, as it hides what may not be seen and says nothing.
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import type { Links } from "../connection/links.ts";
import { clusterRights, operations } from "../protocol/rights-requests.ts";
import type { Share } from "./share.ts";

const everyMs = 30_000;
const namesMax = 3;

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
				.catch(() => operations.DESCRIBE);
			this.#mayListAll = (rights & operations.DESCRIBE) !== 0;
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
