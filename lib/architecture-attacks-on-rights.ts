// Which tests try to come in, or to do more than one may? By the number of the attack, each with its files and titles there.
import type { Proofs } from "./architecture-proofs.ts";

export const attacksOnRights: Proofs = new Map([
	[
		1,
		[
			["e2e/attacks/door.spec.ts", "T1:"],
			[
				"lib/access/sessions.test.ts",
				"is spent by its first use, even when two come at once",
				"expires after fifteen minutes",
				"neither a key nor a token can be found in the store's files",
			],
		],
	],
	[
		2,
		[
			[
				"lib/access/doors.test.ts",
				"every verb of every route is made by the guard",
				"nothing is open but",
			],
			[
				"lib/web/attacks/t2-scope.test.ts",
				"what programs scrape is everything",
				"a broker that is not theirs is answered like one that never was",
			],
			[
				"lib/web/attacks/t2-walk.test.ts",
				"every verb of the document has a line in the table",
			],
			[
				"lib/web/attacks/t2-tokens.test.ts",
				"its maker's rights are asked each time",
				"an admin's lets nobody in",
			],
			["lib/web/attacks/t2-scope-acts.test.ts"],
			["lib/web/attacks/t2-same-name.test.ts"],
			[
				"lib/web/attacks/t2-activity.test.ts",
				"leave no empty pages",
				"about what they may not see any more",
			],
			[
				"lib/collector/attacks/t2-names-elsewhere.test.ts",
				"no broker is asked about it",
				"is judged again when it is run",
			],
		],
	],
	[3, [["e2e/attacks/door.spec.ts", "T3:"], ["lib/front/refusal.test.ts"]]],
	[
		4,
		[
			[
				"lib/web/attacks/t4-foreign-changes.test.ts",
				"the null origin",
				"another site's origin",
				"from our own page is let through",
			],
			["e2e/attacks/door.spec.ts", "T4:"],
		],
	],
	[
		12,
		[
			[
				"lib/web/attacks/t12-guessing.long.test.ts",
				"a thousand addresses that guess one password",
				"one address that guesses at a thousand people",
				"are told the same, after the same work",
				"a restart forgives nothing",
			],
			[
				"lib/web/attacks/t12-guessing-around.test.ts",
				"one machine with as many IPv6 addresses",
				"whoever had the password once and made many browsers known",
				"requests that began earlier and are held back",
			],
		],
	],
	[
		13,
		[
			["lib/web/attacks/t13-forged-forwarding.test.ts", "T13:"],
			["lib/web/attacks/t13-forged-person.test.ts", "T13, a forged person"],
			["lib/front/front.live.test.ts", "T13:"],
		],
	],
	[
		14,
		[
			["lib/web/attacks/t14-cookie.test.ts", "T14:"],
			[
				"lib/web/attacks/t14-sessions.test.ts",
				"T14:",
				"roles that changed hold at the next request",
			],
			["lib/web/attacks/t14-closed-ways.test.ts", "T14:"],
			[
				"lib/web/session.test.ts",
				"a cookie that was planted before is worth nothing after",
				"a stolen cookie ends with its session",
			],
			[
				"lib/web/guard.test.ts",
				"is nobody after twelve hours without a request",
			],
		],
	],
	[
		15,
		[
			[
				"lib/web/attacks/t15-provider.live.test.ts",
				"T15, what was signed",
				"T15, what came back with the browser",
				"a code that is used twice opens once",
			],
			[
				"lib/web/attacks/t15-provider-people.live.test.ts",
				"T15, groups",
				"T15, a mail address that was not verified",
				"T15, names",
				"T15, a provider that",
			],
			["lib/access/provider/issuer.test.ts", "T15, "],
			["lib/access/provider/claims.test.ts", "T15:"],
			["lib/access/provider/reach.live.test.ts", "T15:"],
		],
	],
	[
		16,
		[
			["e2e/attacks/door.spec.ts", "T16:"],
			[
				"lib/web/policy.test.ts",
				"what is shipped runs marked scripts only, and is framed by nobody",
			],
		],
	],
	[
		18,
		[
			[
				"lib/collector/attacks/t18-t19-rows-by-hand.test.ts",
				"T18: where %s is read-only a row written by hand",
				"T18: and so is one that was approved before",
			],
			["lib/web/clean-up.test.ts", "where all is read-only"],
			[
				"lib/systems/redis/live/clean-ups-rights.live.test.ts",
				"who may only look is told so: %s",
			],
			[
				"lib/systems/kafka/live/clean-ups-rights.live.test.ts",
				"who may only read is told so by the plan",
			],
		],
	],
	[
		19,
		[
			[
				"lib/collector/attacks/t18-t19-rows-by-hand.test.ts",
				"T19: a plan whose target or amount was changed",
				"T19: a yes in somebody else's name",
				"T19: a plan nobody drew is not done",
			],
			[
				"lib/collector/clean-ups/run.long.test.ts",
				"it is done once, however many collectors and however many yeses",
				"what nobody ran in time is over, and not done later",
			],
			[
				"lib/web/consent.test.ts",
				"of somebody else is refused, though they share a name",
				"that is repeated, or said in another tab",
			],
		],
	],
]);
