// Which tests try which attack? Those of the threat model, by number, each with its files and titles there.

/** Titles as they stand in their files, or how they begin. */
type Proof = readonly [file: string, ...titles: readonly string[]];

export const attacks: ReadonlyMap<number, readonly Proof[]> = new Map([
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
			["lib/core/own-path.test.ts"],
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
		12,
		[
			[
				"lib/web/attacks/t12-guessing.test.ts",
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
		17,
		[
			[
				"lib/store/sqlite/record/tampered.test.ts",
				"what somebody without the key does is found",
			],
			["lib/store/record/walk.test.ts", "lines that were %s are found"],
			[
				"lib/store/sqlite/record/processes.live.test.ts",
				"two processes that write at once and are killed at any moment",
			],
			[
				"lib/store/sqlite/record/unwritable.test.ts",
				"without %s nothing is begun",
			],
			[
				"lib/collector/clean-ups/run.test.ts",
				"without its line in the record nothing is done",
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
				"lib/collector/clean-ups/run.test.ts",
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
