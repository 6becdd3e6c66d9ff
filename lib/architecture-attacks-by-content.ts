// Which tests try what comes from outside: names, addresses, secrets to find, sizes? By the number of the attack, each with its files and titles there.
import type { Proofs } from "./architecture-proofs.ts";

export const attacksByContent: Proofs = new Map([
	[
		5,
		[
			["e2e/attacks/t5-hostile-names.spec.ts", "T5: names made of scripts"],
			[
				"lib/alerts/outlets/email.live.test.ts",
				"the nastiest names add no header, no recipient and no part of a page",
			],
			[
				"lib/alerts/outlets/outlets.live.test.ts",
				"the nastiest names arrive as names",
				"nothing from a broker mentions, links or weighs anything",
			],
		],
	],
	[
		6,
		[
			["lib/say/name.test.ts", "a right-to-left override is written out"],
			["lib/web/attacks/t6-people-alike.test.ts", "T6: nobody"],
			[
				"lib/systems/redis/live/t6-t23-names-acted-on.live.test.ts",
				"T6: each name of 30 is acted on",
			],
			[
				"lib/systems/redis/live/names.live.test.ts",
				"each name of a key, a group and a member is its own subscription",
			],
		],
	],
	[
		7,
		[
			[
				"e2e/attacks/t7-t11-t20-started.spec.ts",
				"T7, T20: no path, language or name leads to a file",
			],
			[
				"lib/web/attacks/t15-provider.live.test.ts",
				"T7, where somebody goes on to",
			],
			["lib/core/people/own-path.test.ts"],
			[
				"lib/alerts/outlets/settings.test.ts",
				"headers.X-A: a header is a name",
			],
		],
	],
	[
		8,
		[
			[
				"lib/alerts/requests/guarded.live.test.ts",
				"2130706433",
				"a redirect is not followed, and only its host is told",
				"a name that leads inside at its second look gains nothing",
				"where the other end is not the one that was judged, nothing is said to it",
			],
			["lib/alerts/requests/inside.test.ts", "::ffff:169.254.169.254"],
		],
	],
	[
		9,
		[
			[
				"lib/collector/tries.test.ts",
				"with a broker configured nothing is tried",
				"what keeps it from being read is a code, without the far side's words",
			],
			[
				"lib/web/errand.test.ts",
				"is refused once one is, and not written",
				"with a password is refused, not written and not repeated",
			],
			[
				"e2e/first-run.spec.ts",
				"once a broker is configured nobody tries an address any more",
			],
		],
	],
	[
		10,
		[
			[
				"lib/systems/kafka/live/connecting.live.test.ts",
				"an address that is not on the list is told and never dialled",
			],
		],
	],
	[
		11,
		[
			[
				"e2e/attacks/t7-t11-t20-started.spec.ts",
				"T11: no password, key or token",
			],
			[
				"lib/config/mistakes.test.ts",
				"wherever a password is put by mistake, no sentence repeats it",
			],
			[
				"lib/access/sessions.test.ts",
				"neither a key nor a token can be found in the store's files",
			],
		],
	],
	[
		17,
		[
			[
				"lib/store/sqlite/record/tampered.test.ts",
				"what somebody without the key does is found",
			],
			["lib/store/record/walk.long.test.ts", "lines that were %s are found"],
			[
				"lib/store/sqlite/record/processes.live.test.ts",
				"two processes that write at once and are killed at any moment",
			],
			[
				"lib/store/sqlite/record/unwritable.test.ts",
				"without %s nothing is begun",
			],
			[
				"lib/collector/clean-ups/run.long.test.ts",
				"without its line in the record nothing is done",
			],
		],
	],
	[
		20,
		[
			[
				"e2e/attacks/t7-t11-t20-started.spec.ts",
				"T7, T20: no path, language or name leads to a file",
			],
		],
	],
	[
		21,
		[
			[
				"lib/web/attacks/t21-prototype-names.test.ts",
				"T21: each is a row, a fold, a broker",
				"T21: in a body, an address or a filter",
			],
			["lib/config/mistakes.test.ts", "__proto__"],
			[
				"lib/core/canonical.test.ts",
				"a name that means something to the language",
			],
		],
	],
	[
		22,
		[
			[
				"lib/web/attacks/t22-slow-filters.test.ts",
				"T22: %s is answered in time",
				"T22: a filter of 50 kB is refused",
			],
			[
				"lib/holes.test.ts",
				"no pattern is made of what a person or a broker wrote",
			],
		],
	],
	[
		23,
		[
			[
				"lib/systems/redis/live/t6-t23-names-acted-on.live.test.ts",
				"a script",
				"an option",
			],
			["lib/holes.test.ts", "are files, and none is put together from strings"],
		],
	],
	[
		24,
		[
			["lib/core/command.test.ts", "hands every name on as it is"],
			["lib/web/csv.test.ts"],
			["lib/web/reply.test.ts", "is one line in the log, whatever it says"],
			["lib/systems/redis/live/commands.live.test.ts", "$(touch pwned)"],
		],
	],
	[
		25,
		[
			[
				"lib/web/attacks/t25-too-much.test.ts",
				"T25: of 10 MB for %s no more is read than is allowed",
				"T25: JSON of %s is a bad request",
				"T25: a limit of %s is clamped",
				"T25: a page that was cut says how many there are",
			],
			["e2e/attacks/slow-clients.spec.ts", "T25:"],
			[
				"lib/systems/redis/live/t25-crowd.live.test.ts",
				"T25: more members than fit into memory",
			],
			[
				"lib/systems/kafka/positions/bounds.test.ts",
				"more groups than fit are left out, and said to be",
			],
			[
				"lib/web/metrics/answer.test.ts",
				"is bounded, keeps what came first, and says how much is left out",
			],
		],
	],
]);
