"use client";
// In which zone are the times on this screen? Its name beside the clock; a click or a key leads to the next one.
import { keepChoice } from "#components/ui/cookie.ts";
import { useTicked } from "#components/ui/ticking.ts";
import { useWords } from "#lib/say/speech.tsx";
import { useZone } from "#lib/say/use-zone.ts";
import { showZone } from "#lib/say/zone.ts";
import {
	nextZone,
	printZoneChoice,
	type ZoneChoice,
	zoneChoiceOf,
	zoneCookie,
} from "#lib/say/zone-choice.ts";

export const zoneChoice = (): ZoneChoice =>
	zoneChoiceOf(document.documentElement.dataset.zone);

export function chooseZone(choice: ZoneChoice): void {
	const text = printZoneChoice(choice);
	keepChoice(zoneCookie, text);
	document.documentElement.dataset.zone = text;
	showZone(choice.zone);
}

export const turnZone = (): void => chooseZone(nextZone(zoneChoice()));

export function ZoneSwitch() {
	const { bar, numbers } = useWords();
	const zone = useZone();
	// Looked at while time passes: daylight saving may begin under an open page. The server does not know the reader's zone.
	const name = useTicked((ticked) =>
		ticked === 0 ? "" : numbers.zone(Date.now()),
	);
	const long = zone ?? new Intl.DateTimeFormat("en").resolvedOptions().timeZone;
	const title = name === "" ? "" : bar.zoneTitle(long, zone === undefined);
	return (
		<button
			type="button"
			className="tool zone"
			title={title}
			aria-label={title}
			onClick={turnZone}
		>
			{name}
		</button>
	);
}
