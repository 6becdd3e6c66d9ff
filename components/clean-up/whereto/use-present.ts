"use client";
// Where does the group stand now, as a file? Asked of the broker, partition by partition, and copied.
import { useMutation } from "@tanstack/react-query";
import { partitionsMax } from "#lib/core/clean-up/believed.ts";
import type { ListedPosition } from "#lib/core/clean-up/clean-up.ts";
import { writePositions } from "#lib/core/clean-up/positions-file.ts";
import { lookLimitMax } from "#lib/core/errand.ts";
import { failureOf } from "#lib/wire/ask.ts";
import type { TargetReply } from "#lib/wire/clean-up.ts";
import { errandEnded } from "#lib/wire/errand-ended.ts";

type Named = Pick<TargetReply, "id" | "subscription">;

/** Where nothing may be copied, it is shown. */
export function usePresent(
	targets: readonly Named[],
	onShow: (file: string) => void,
) {
	const { mutate, isPending, isSuccess, error } = useMutation({
		networkMode: "always",
		mutationFn: async () => {
			const file = writePositions(await presentOf(targets));
			try {
				await navigator.clipboard.writeText(file);
			} catch {
				onShow(file);
			}
		},
	});
	return {
		isAsking: isPending,
		isCopied: isSuccess,
		failure: failureOf(error),
		copy: () => {
			if (!isPending) mutate();
		},
	};
}

async function presentOf(
	targets: readonly Named[],
): Promise<readonly ListedPosition[]> {
	const found: ListedPosition[] = [];
	for (const { id, subscription } of targets) {
		const { channel } = subscription;
		let [offset, total] = [0, 1];
		while (offset < total && found.length < partitionsMax) {
			const { look } = await errandEnded(
				{
					...{ verb: "look", subscription: id, part: "partitions" },
					...{ sort: "partition", offset, limit: lookLimitMax },
				},
				AbortSignal.timeout(20_000),
			);
			for (const { partition, position } of look?.partitions ?? [])
				if (position !== null) found.push({ channel, partition, position });
			total = look?.total ?? 0;
			offset += lookLimitMax;
		}
	}
	return found;
}
