// Which zone did this reader choose, and which one comes next? Asked by the server, and where somebody chooses.

export const zoneCookie = "tidemark-zone";

export type ZoneChoice = {
	/** Null is the zone of the reader's own machine. */
	readonly zone: string | null;
	/** The one that was named last, so that one key leads back to it. */
	readonly named: string | null;
};

function known(zone: string): string | null {
	try {
		return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions()
			.timeZone;
	} catch {
		return null;
	}
}

/** "UTC~Asia/Seoul": what is shown, and what was named. Neither is believed before Intl knows it. */
export function zoneChoiceOf(text: string | undefined): ZoneChoice {
	const [shown = "", named = ""] = (text ?? "").slice(0, 200).split("~");
	return {
		zone: shown === "" ? null : known(shown),
		named: named === "" ? null : known(named),
	};
}

export const printZoneChoice = ({ zone, named }: ZoneChoice): string =>
	`${zone ?? ""}~${named ?? ""}`;

/** Local, UTC, the named one, and around again. */
export function nextZone({ zone, named }: ZoneChoice): ZoneChoice {
	if (zone === null) return { zone: "UTC", named };
	return { zone: zone === "UTC" && named !== "UTC" ? named : null, named };
}

export const withNamed = (zone: string): ZoneChoice => ({ zone, named: zone });
