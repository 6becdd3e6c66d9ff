// Which problems can a sentence be asked for? Keys as the server sends them; one that is not here gets the general sentence.

import { tendFaults } from "#lib/core/alert/asked/tend-faults.ts";
import { filterMistakeKeys } from "#lib/core/filter/filter.ts";
import { waysInFailed } from "#lib/core/people/access.ts";
import { peopleFaults } from "#lib/core/people/faults.ts";

/** Those of single pages, of requests no page of ours sends, and of a filter while it is typed. */
const rareKeys = [
	"broker trouble",
	"not a demo",
	"entry key not valid",
	...waysInFailed,
	"nothing remembered",
	"broker unknown",
	"errand gone",
	"look failed",
	"look late",
	"store full",
	"store busy",
	"store damaged",
	"name leads elsewhere",
	"subscription gone",
	"no address",
	"password shown",
	"no such scheme",
	"address not tried",
	"address mistaken",
	"tries closed",
	"tries too many",
	"bad query",
	"bad body",
	"body too large",
	"foreign host",
	"no origin",
	"foreign origin",
	"no own header",
	"not json",
	"alert gone",
	...tendFaults,
	...filterMistakeKeys,
	...peopleFaults,
] as const;
export type RareKey = (typeof rareKeys)[number];

export const problemKeys = [
	"bug",
	"server unreachable",
	"reply not understood",
	"not allowed",
	"not signed in",
	...rareKeys,
] as const;
export type ProblemKey = (typeof problemKeys)[number];
