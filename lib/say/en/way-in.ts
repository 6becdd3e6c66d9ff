// Why did somebody not come in whom a provider or proxy was to vouch for? In English.
import type { WayInFailed } from "#lib/core/people/access.ts";
import { textOf } from "../sentence.ts";
import type { Words } from "../words/words.ts";

export const wayIn: Pick<Words["rareProblems"], WayInFailed> = {
	"provider away": () =>
		"The sign-in provider does not answer at the moment. Try again shortly.",
	"provider refused": () =>
		"The sign-in provider refused. Whoever runs Tidemark finds its reason in the log.",
	"provider turned away": () =>
		"The sign-in provider did not sign you in: it was cancelled there, or you may not use it for this.",
	"provider not believed": () =>
		"What the sign-in provider answered could not be trusted, so nobody was signed in. The log says what was wrong.",
	"provider names nobody": (values) =>
		`The sign-in provider gives no name that can be used here: ${textOf(values, "claim")} is missing or holds letters no name has. Whoever runs Tidemark can choose another under access.provider.name.`,
	"mail not verified": () =>
		"The sign-in provider has not verified your mail address, so it does not count here.",
	"proxy names nobody": () =>
		"The proxy in front names somebody whose name cannot be used here.",
	"sign-in over": () =>
		"This sign-in took too long, was used before, or began in another browser. Begin again.",
	"no provider": () => "No sign-in provider is configured.",
	"groups without role": (values) => {
		const groups = textOf(values, "groups");
		return groups === ""
			? "You are known, and have no role here, since you came without any group. Ask whoever runs Tidemark to give a group of yours a role under access.groups."
			: `You are known, and none of your groups has a role here. Ask whoever runs Tidemark to give one of them a role under access.groups: ${groups}`;
	},
	"name taken": () =>
		"Somebody else is called the same here. Ask whoever runs Tidemark.",
};
