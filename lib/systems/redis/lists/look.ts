// What lies where in one list, who works on it, and on what? Asked anew when somebody looks; of messages their names at most.
import type { Look, MemberLine } from "#lib/core/look.ts";
import { Problem } from "#lib/core/problem.ts";
import type { LookPage } from "../../system.ts";
import type { Heard } from "./layout.ts";

export function lookIn(
	{ waiting, holding, delayed, failed, held, workers }: Heard,
	{ part, offset, limit }: LookPage,
	nowMs: number,
): Look {
	if (part !== "members")
		throw new Problem("invalid", "part unknown", { part });
	const members = workers.slice(offset, offset + limit).map(
		({ name, address, verdict, holding, heldSinceMs }): MemberLine => ({
			...{ name, host: address, verdict, holding },
			...{ clientId: null, instanceId: null, partitions: null },
			...{ idleMs: null, mark: null, output: null },
			evidence: address === null ? null : { code: "connected", values: {} },
			oldestHeldMs:
				heldSinceMs === null ? null : Math.max(0, nowMs - heldSinceMs),
		}),
	);
	return {
		...{ atMs: Date.now(), part, total: workers.length, offset },
		...{ partitions: [], members, survey: null },
		settings: [
			{ code: "waiting", value: waiting },
			{ code: "in progress", value: holding },
			{ code: "put off", value: delayed },
			{ code: "failed", value: failed },
		],
		pending: {
			entries: held.map(({ id, sinceMs }) => ({
				...{ id, member: "", deliveries: null, writtenMs: null },
				idleMs: sinceMs === null ? null : Math.max(0, nowMs - sinceMs),
				...{ kept: null, bytes: null, contents: null },
			})),
			...{ next: null, passed: held.length },
		},
	};
}
