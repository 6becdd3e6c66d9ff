// Which tests break what around the product, and see that it keeps its word? By the number of the fault, each with its files and titles there.
import type { Proofs } from "./architecture-proofs.ts";

export const faults: Proofs = new Map([
	[
		1,
		[
			["e2e/faults/x1-collector-dies.spec.ts"],
			["e2e/faults/x1-killed-again.spec.ts"],
			["lib/collector/alerts/killed.live.test.ts"],
			["lib/collector/clean-ups/killed.live.test.ts"],
			["lib/collector/clean-ups/killed-resets.live.test.ts"],
		],
	],
	[2, [["e2e/faults/x2-frozen.spec.ts"]]],
	[3, [["e2e/faults/x3-web-dies.spec.ts"]]],
	[4, [["e2e/faults/x4-x11-broker-frozen.spec.ts"]]],
	[5, [["e2e/faults/x5-x12-x13-redis-network.spec.ts"]]],
	[
		6,
		[
			["e2e/faults/x6-redis-failover.spec.ts"],
			["lib/systems/redis/live/failover.live.test.ts"],
			["lib/systems/redis/live/clean-ups-failover.live.test.ts"],
		],
	],
	[
		7,
		[
			["e2e/faults/x7-redis-emptied.spec.ts"],
			["lib/systems/redis/live/anew.live.test.ts"],
		],
	],
	[
		8,
		[
			["e2e/faults/x8-redis-refuses.spec.ts"],
			["lib/systems/redis/live/catalogue.live.test.ts"],
			["lib/systems/redis/live/each-right.live.test.ts"],
		],
	],
	[
		9,
		[
			["e2e/faults/x9-x10-x11-x12-kafka-nodes.spec.ts"],
			["lib/systems/kafka/live/takeovers.live.test.ts"],
		],
	],
	[
		10,
		[
			["e2e/faults/x9-x10-x11-x12-kafka-nodes.spec.ts"],
			["lib/systems/kafka/live/faults.live.test.ts"],
		],
	],
	[
		11,
		[
			["e2e/faults/x4-x11-broker-frozen.spec.ts"],
			["e2e/faults/x9-x10-x11-x12-kafka-nodes.spec.ts"],
		],
	],
	[
		12,
		[
			["e2e/faults/x5-x12-x13-redis-network.spec.ts"],
			["e2e/faults/x9-x10-x11-x12-kafka-nodes.spec.ts"],
		],
	],
	[13, [["e2e/faults/x5-x12-x13-redis-network.spec.ts"]]],
	[
		15,
		[
			["e2e/faults/x15-store-held.spec.ts"],
			["lib/store/sqlite/patient.test.ts"],
		],
	],
	[
		17,
		[
			["e2e/faults/x17-clock.spec.ts"],
			["lib/collector/dated-anew.test.ts"],
			["lib/core/window-shifted.test.ts"],
			["lib/collector/aging.test.ts"],
			["lib/store/contract-history-times.ts", "a clock that was set back"],
		],
	],
	[
		18,
		[
			["e2e/faults/x18-rebalance-storm.spec.ts"],
			["e2e/faults/x18-redis-crowd.spec.ts"],
		],
	],
	[
		19,
		[
			["e2e/faults/x19-outlets.spec.ts"],
			["lib/alerts/delivery/deliver.live.test.ts"],
		],
	],
	[21, [["e2e/faults/x21-x22-kafka-says.spec.ts"]]],
	[
		22,
		[
			["e2e/faults/x21-x22-kafka-says.spec.ts"],
			["lib/systems/kafka/positions/past.test.ts"],
		],
	],
]);
