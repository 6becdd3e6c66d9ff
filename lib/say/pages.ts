// Which words are fetched only with the page that says them? Whoever reads one before waits for it, as for any part of a page.
import type { Words } from "./words/words.ts";

type PageName =
	| "evidence"
	| "rareProblems"
	| "checks"
	| "notes"
	| "subscription"
	| "history"
	| "beside"
	| "brokerPage"
	| "pending"
	| "cleanUp"
	| "activity"
	| "alerts"
	| "rules"
	| "entry"
	| "signIn"
	| "access";

export type PageWords = Pick<Words, PageName>;
export type EarlyWords = Omit<Words, PageName>;

export function lately(
	early: EarlyWords,
	fetched: () => Promise<PageWords>,
): Words {
	let pages: PageWords | null = null;
	let coming: Promise<unknown> | null = null;
	const read = <N extends PageName>(name: N): PageWords[N] => {
		if (pages) return pages[name];
		coming ??= fetched().then(
			(it) => {
				pages = it;
			},
			() => {
				coming = null;
			},
		);
		// React draws the part again once what it threw has come.
		throw coming;
	};
	return {
		...early,
		get rareProblems() {
			return read("rareProblems");
		},
		get checks() {
			return read("checks");
		},
		get evidence() {
			return read("evidence");
		},
		get notes() {
			return read("notes");
		},
		get subscription() {
			return read("subscription");
		},
		get history() {
			return read("history");
		},
		get beside() {
			return read("beside");
		},
		get brokerPage() {
			return read("brokerPage");
		},
		get pending() {
			return read("pending");
		},
		get cleanUp() {
			return read("cleanUp");
		},
		get activity() {
			return read("activity");
		},
		get alerts() {
			return read("alerts");
		},
		get rules() {
			return read("rules");
		},
		get entry() {
			return read("entry");
		},
		get signIn() {
			return read("signIn");
		},
		get access() {
			return read("access");
		},
	};
}
