// What do the sign-in page and the page of an invitation say in English?
import { passwordLength } from "#lib/core/people/people.ts";
import { duration } from "../times.ts";
import type { SignInWords } from "../words/sign-in.ts";
import { plural } from "./codes.ts";

const { min, max } = passwordLength;

export const enSignIn: SignInWords = {
	title: "Sign in",
	over: "Your session is over. Sign in to go on where you were.",
	left: "You are signed out.",
	name: "Name",
	password: "Password",
	show: "Show",
	hide: "Hide",
	signIn: "Sign in",
	signingIn: "Signing in…",
	or: "or",
	demo: "Open the demo",
	otherwise: "No way in? Make an entry link",
	wait: (seconds) =>
		`Too many tries. Wait ${duration(seconds, "en")}, then try again.`,
	nameMissing: "Type your name.",
	passwordMissing: "Type your password.",
	invitation: {
		title: (person) =>
			person === null ? "Choose a password" : `Choose a password, ${person}`,
		lead: "You were invited. With a password of your own you sign in here from now on.",
		rules: `${min} to ${max} characters of any kind. A few words that do not belong together are good; your name or a common password is not taken.`,
		short: (missing) => `${plural(missing, "character", "characters")} to go.`,
		long: `This is longer than ${max} characters.`,
		set: "Set the password and sign in",
		setting: "Setting the password…",
		again: "An invitation works once. Ask whoever sent it for another one.",
	},
};
