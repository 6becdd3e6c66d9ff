// What can be done from anywhere? Pages, the switches of the bar, and one verdict alone.
import { keepChoice } from "#components/ui/cookie.ts";
import { fromGrave } from "#lib/core/verdict.ts";
import type { PaletteWords } from "#lib/say/apart/palette.ts";
import { languageCookie } from "#lib/say/language.ts";
import type { Words } from "#lib/say/words/words.ts";
import { withNamed } from "#lib/say/zone-choice.ts";
import { themes } from "../theme.ts";
import { chooseTheme } from "../theme-switch.tsx";
import { chooseZone, zoneChoice } from "../zone-switch.tsx";
import { boardAt, type Offer } from "./offers.ts";

export type Hands = {
	readonly isLive: boolean;
	toggle(): void;
	askNow(): void;
	/** Draws the page again as the server now has it. */
	refresh(): void;
	showKeys(): void;
};

type Does = Offer["does"];

export function actionsOf(
	words: Words,
	said: PaletteWords,
	hands: Hands,
): readonly Offer[] {
	const rows: (readonly [id: string, text: string, does: Does])[] = [
		["board", said.toPage(words.bar.board), { href: "/" }],
		["alerts", said.toPage(words.bar.alerts), { href: "/alerts" }],
		["activity", said.toPage(words.bar.activity), { href: "/activity" }],
		["people", said.toPage(words.bar.people), { href: "/people" }],
		["wall", said.toPage(words.bar.wall), { href: "/?view=wall" }],
		["mute", said.muteAll, { href: "/alerts?mute=" }],
		["live", hands.isLive ? said.pause : said.goLive, { run: hands.toggle }],
		["ask", said.ask, { run: hands.askNow }],
		...fromGrave.map(
			(verdict) =>
				[
					`only ${verdict}`,
					said.only(words.verdicts[verdict]),
					{ href: boardAt(`verdict:${verdict}`) },
				] as const,
		),
		...themes.map(
			(theme) =>
				[
					`theme ${theme}`,
					said.theme(words.bar.themes[theme]),
					{ run: () => chooseTheme(theme) },
				] as const,
		),
		["language", said.otherLanguage, { run: turnLanguage }],
		[
			"local",
			said.localTime,
			{ run: () => chooseZone({ ...zoneChoice(), zone: null }) },
		],
		[
			"utc",
			said.zone("UTC"),
			{ run: () => chooseZone({ ...zoneChoice(), zone: "UTC" }) },
		],
		["keys", said.keys, { run: hands.showKeys }],
	];
	return rows.map(([id, text, does]) => ({
		...{ id: `action ${id}`, icon: null, text, note: "" },
		...{ verdict: null, row: null, does },
	}));

	function turnLanguage() {
		keepChoice(languageCookie, words.language === "en" ? "ko" : "en");
		hands.refresh();
	}
}

const zonesMax = 3;
const zoneLettersMin = 3;

/** Every zone there is, once somebody has typed enough of one. */
export function zoneOffers(said: PaletteWords, text: string): readonly Offer[] {
	if (text.length < zoneLettersMin) return [];
	const typed = text.toLowerCase().replaceAll(" ", "_");
	return Intl.supportedValuesOf("timeZone")
		.filter((zone) => zone.toLowerCase().includes(typed))
		.slice(0, zonesMax)
		.map((zone) => ({
			...{ id: `zone ${zone}`, icon: null, text: said.zone(zone), note: "" },
			...{ verdict: null, row: null },
			does: { run: () => chooseZone(withNamed(zone)) },
		}));
}

/** Every word that was typed has to occur in it. */
export function fitting(
	offers: readonly Offer[],
	text: string,
): readonly Offer[] {
	const typed = text.toLowerCase().split(/\s+/);
	return offers.filter(({ text }) => {
		const lower = text.toLowerCase();
		return typed.every((word) => lower.includes(word));
	});
}
