"use client";
// Which sections stand in the palette? What can be done follows the subscription that was chosen last.
import { useRef } from "react";
import { paletteWords } from "#lib/say/apart/palette.ts";
import { useWords } from "#lib/say/speech.tsx";
import { commandFor } from "#lib/wire/command-for.ts";
import { actionsOf, fitting, type Hands, zoneOffers } from "./actions.ts";
import {
	brokerOffers,
	filterOffers,
	nameOf,
	nameOffers,
	offersFor,
	rowsIn,
	type Section,
	subscriptionOffers,
} from "./offers.ts";
import type { Found } from "./use-find.ts";

export function useSections(
	found: Found | null,
	typed: string,
	activeId: string | null,
	hands: Hands,
): { readonly sections: readonly Section[]; readonly things: number } {
	const words = useWords();
	const said = paletteWords[words.language];
	const text = typed.trim();
	const rows = found === null ? [] : rowsIn(found);
	const subscriptions = subscriptionOffers(
		said,
		rows,
		found?.whole.systems ?? [],
	);
	// Who walks on into what can be done still means the subscription they came from.
	const chosen = useRef<string | null>(null);
	const isOne = subscriptions.some(({ id }) => id === activeId);
	if (isOne) chosen.current = activeId;
	const row =
		subscriptions.find(({ id }) => id === chosen.current)?.row ?? rows[0];
	const deeds =
		row && found && text !== ""
			? offersFor(
					...([said, row, found.whole.systems] as const),
					...([commandFor(row, found.whole), copy] as const),
				)
			: [];
	const actions = [
		...fitting(actionsOf(words, said, hands), text),
		...zoneOffers(said, text),
	];
	const { sections: titles } = said;
	const sections: readonly Section[] = [
		{ title: titles.subscriptions, offers: subscriptions },
		{ title: row ? said.doFor(nameOf(said, row)) : "", offers: deeds },
		{ title: titles.brokers, offers: found ? brokerOffers(found) : [] },
		{ title: titles.names, offers: found ? nameOffers(said, found) : [] },
		{ title: titles.filters, offers: found ? filterOffers(said, found) : [] },
		{ title: titles.actions, offers: actions },
	];
	return {
		sections: sections.filter(({ offers }) => offers.length > 0),
		things: deeds.length + actions.length,
	};
}

const copy = (text: string): void =>
	void navigator.clipboard.writeText(text).catch(() => {});
