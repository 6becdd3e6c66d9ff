// What does the page of people say in English?

import type { AccessWords } from "../words/access.ts";
import { plural } from "./codes.ts";

export const enPeople: Pick<
	AccessWords,
	"people" | "sessions" | "tokens" | "links" | "roles"
> = {
	people: {
		title: "People",
		count: (n) => plural(n, "person", "people"),
		columns: {
			name: "Name",
			roles: "Roles",
			signedIn: "Signed in",
			acts: "Change",
		},
		you: "you",
		never: "never",
		invited: "no password yet",
		nobody:
			"Nobody has a password here yet. Add a person, and hand over the link they set one with.",
		add: "Add a person",
		addTitle: "Add a person",
		name: "Name",
		rolesWanted: "Choose at least one role.",
		addButton: "Add and make an invitation",
		adding: "Adding…",
		invitation: (person) => `Invitation for ${person}`,
		invitationMeans:
			"Hand this link over. It lets them set a password, works once, and for 3 days.",
		roles: "Roles…",
		rolesTitle: (person) => `Roles of ${person}`,
		rolesMeans: "They hold at once, also for sessions that are open.",
		save: "Save the roles",
		saving: "Saving…",
		invite: "Invite again…",
		inviteMeans:
			"A new link is made, with which they set a password. An earlier one no longer works.",
		inviteButton: "Make the link",
		inviting: "Making…",
		remove: "Remove…",
		removeTitle: (person) => `Remove ${person}?`,
		removeEnds: (sessions, tokens) => [
			sessions === 0
				? "No session of theirs is open."
				: `${plural(sessions, "open session ends", "open sessions end")} at once.`,
			tokens === 0
				? "They have made no token."
				: `${plural(tokens, "token", "tokens")} of theirs ${tokens === 1 ? "ends" : "end"} at once.`,
			"Their password and any invitation are gone. What they did stays in the record.",
		],
		removeButton: (person) => `Remove ${person}`,
		removing: "Removing…",
	},
	sessions: {
		title: "Sessions",
		own: "Your sessions",
		columns: {
			person: "Who",
			way: "How",
			from: "From",
			since: "Since",
			used: "Last used",
		},
		isThis: "this one",
		unknownPlace: "not known",
		end: "End",
		endOf: (person) => `End this session of ${person}`,
		endAll: "End all",
		ends: (moment) => `Ends ${moment} at the latest`,
		ending: "Ending…",
	},
	tokens: {
		title: "Tokens for programs",
		none: "There is no token.",
		lead: "A program shows its token instead of signing in. It may never do more than whoever made it.",
		make: "Make a token",
		makeTitle: "Make a token",
		name: "What is it for?",
		roles: "What may it do?",
		days: "For how many days?",
		makeButton: "Make the token",
		making: "Making…",
		made: (name) => `Token for ${name}`,
		madeMeans: "The program sends it as Authorization: Bearer, followed by it.",
		by: (person) => `made by ${person}`,
		expires: (moment) => `ends ${moment}`,
		used: (moment) => (moment === null ? "never used" : `used ${moment}`),
		end: "End",
		endOf: (name) => `End the token ${name}`,
	},
	links: {
		title: "Link for a wall screen",
		lead: "Whoever opens it once is signed in as the wall for as long as you say. It stands among the sessions then, and is ended there.",
		make: "Make a wall link",
		makeTitle: "Make a wall link",
		name: "Name of the screen",
		roles: "What may it do?",
		days: "For how many days?",
		makeButton: "Make the link",
		making: "Making…",
		made: (name) => `Link for ${name}`,
		madeMeans: "Open it on the screen of the wall. It works once.",
	},
	roles: {
		title: "Roles",
		own: "own",
		ownWhere: "Own roles stand in the configuration and are changed there.",
		groups: "Groups of the provider",
		groupsWhere:
			"Which roles a group has stands in the configuration, by its exact name.",
		noRoles: "no role",
	},
};
