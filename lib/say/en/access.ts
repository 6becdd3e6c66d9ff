// What is said in English of people, of what they may do and where, and of how they came in?

import { brief } from "../name.ts";
import type { AccessWords } from "../words/access.ts";
import { enPeople } from "./people.ts";

const listed = (names: readonly string[]): string =>
	names.map((name) => brief(name, 80)).join(", ");

const some = (names: readonly string[], one: string, other: string): string =>
	`${names.length === 1 && !names[0]?.includes("*") ? one : other} ${listed(names)}`;

export const enAccess: AccessWords = {
	title: "People",
	loading: "Loading people",
	again: "Try again",
	acts: {
		see: "see",
		look: "look into subscriptions",
		"see contents": "see what messages say",
		"tend alerts": "change rules and mute",
		"act without loss": "clean up what loses nothing",
		act: "do every clean-up",
		administer: "tend people",
	},
	grant: (rights, place) =>
		`May ${rights.join(", ")}${place === null ? ", everywhere" : `: ${place}`}`,
	place: ({ brokers, channels, groups }) =>
		[
			...(channels ? [some(channels, "channel", "channels")] : []),
			...(groups ? [some(groups, "group", "groups")] : []),
			...(brokers ? [some(brokers, "broker", "brokers")] : []),
		].join(" · "),
	orAt: "; or ",
	seesOnly: (place) =>
		`You see a part only: ${place}. All else is left out, also of counts.`,
	onlyAt: (place) => `Your roles allow this elsewhere only: ${place}`,
	needsEverywhere: (place) =>
		`Needs this right everywhere; yours holds for ${place}`,
	withheld:
		"Rules, mutes and outlets are about everything, so they are shown only to whoever may see everything.",
	ways: {
		link: "by a link",
		demo: "as a visitor of the demo",
		password: "by password",
		provider: "by the provider",
		proxy: "by the proxy",
		token: "by a token",
	},
	account: {
		title: "Your account",
		roles: (names) => `Roles: ${names}`,
		rights: "What you may",
		name: "Name",
		signOut: "Sign out",
		signOutEverywhere: "Sign out everywhere",
		everywhereMeans: "Ends all your sessions, this one as well.",
		toPeople: "People, sessions and tokens",
		toAccount: "Your sessions and tokens",
		password: "Password",
		change: "Change the password…",
		current: "Current password",
		next: "New password",
		rules:
			"12 to 200 characters of any kind. All your other sessions end with the old one.",
		set: "Set the password",
		setting: "Setting the password…",
		wasSet: "The password is set. Your other sessions have ended.",
		show: "Show",
		hide: "Hide",
	},
	...enPeople,
	shownOnce: {
		onlyNow: "It is shown only now.",
		copy: "Copy",
		copied: "Copied",
		done: "Done",
	},
	nameRule: "Letters, digits, spaces inside and . _ @ + -, at most 64.",
	daysRule: (most) => `At most ${most}.`,
	cancel: "Cancel",
};
