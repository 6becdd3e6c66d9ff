// Why can somebody not come in so, or who may come in not be changed so? In English.
import type { PeopleFault } from "#lib/core/people/faults.ts";
import { numberOf, textOf } from "../sentence.ts";
import { duration } from "../times.ts";
import type { Values, Words } from "../words/words.ts";
import { plural } from "./codes.ts";

const wait = (it: Values): string =>
	`Wait ${duration(numberOf(it, "seconds") ?? 1, "en")}, then try again.`;

export const peopleFaults: Pick<Words["rareProblems"], PeopleFault> = {
	"sign-in refused": () => "Name and password do not fit.",
	"too many tries": (it) => `Too many tries. ${wait(it)}`,
	"try again soon": (it) => `Others are being let in just now. ${wait(it)}`,
	"invitation not valid": () =>
		"This invitation was used already, or its time is over.",
	"passwords off": () => "Nobody signs in here by a password.",
	"no role": () =>
		"You are known here, but have no role. Tell whoever tends people what you need.",
	"not for tokens": () => "A program may not do this with its token.",
	"collector silent": () =>
		"The collector does not answer, so nothing was changed. Try again once it does.",
	"password short": (it) =>
		`The password is too short: ${numberOf(it, "least") ?? 12} characters are needed.`,
	"password long": (it) =>
		`The password is too long: at most ${numberOf(it, "most") ?? 200} characters.`,
	"password is name": () => "The name makes no password. Choose another one.",
	"password common": () =>
		"This is one of the passwords that are tried first. Choose another one.",
	"password wrong": () => "The current password is another one.",
	"person name bad": () =>
		"This cannot be a name: letters and digits, inside also spaces and . _ @ + -, at most 64.",
	"person name reserved": (it) =>
		`Nobody can be called “${textOf(it, "name")}”: it stands for others in the record.`,
	"person name taken": (it) =>
		`There is somebody called “${textOf(it, "name")}” already.`,
	"person gone": (it) =>
		`There is nobody called “${textOf(it, "name")}” any more.`,
	"people too many": (it) =>
		`There are ${plural(numberOf(it, "most") ?? 0, "person", "people")}, and no more may be. Remove one first.`,
	"role unknown": (it) => `There is no role “${textOf(it, "role")}”.`,
	"last admin": () =>
		"Then nobody could let people in any more. Make somebody else an admin first.",
	"link administers": () =>
		"A link may not tend people. Choose roles that do not.",
	"token not yours to make": () =>
		"Only who signs in by a password of this place makes tokens.",
	"token beyond maker": (it) =>
		`The role “${textOf(it, "role")}” may more than you, so no token of yours can have it.`,
	"tokens too many": (it) =>
		`There are ${plural(numberOf(it, "most") ?? 0, "token", "tokens")}, and no more may be. End one first.`,
	"token gone": () => "This token has ended already.",
	"session gone": () => "This session has ended already.",
};
