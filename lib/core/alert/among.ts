// Which filter means exactly this? For a mute that begins at one row, one fold or one broker.
import { quote } from "../filter/token.ts";

type Named = {
	readonly broker: string;
	readonly channel: string;
	readonly group: string | null;
};

export const amongBroker = (broker: string): string =>
	`broker:${quote(broker)}`;

const inGroup = (group: string | null): string =>
	group === null ? "" : ` group:${quote(group)}`;

export const amongOf = ({ broker, channel, group }: Named): string =>
	`${amongBroker(broker)} channel:${quote(channel)}${inGroup(group)}`;

/** All rows of one family and group; of a row that has no family that one. */
export const amongFamily = (
	row: Named & { readonly family: string | null },
): string =>
	row.family === null
		? amongOf(row)
		: `${amongBroker(row.broker)} family:${quote(row.family)}${inGroup(row.group)}`;
