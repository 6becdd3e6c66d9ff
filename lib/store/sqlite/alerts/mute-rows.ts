// Of what does nobody want to hear, and who ended that?
import type { Mute } from "#lib/core/alert/mute.ts";
import { fromJson, json, numberOrNull, textOrNull } from "../cells.ts";
import type { Connection } from "../connection.ts";

type Told = Omit<Mute, "endedMs" | "endedBy">;

/** False where it is there already. */
export const putMute = (
	connection: Connection,
	{ endedMs, endedBy, ...told }: Mute,
): boolean =>
	connection.run(
		"INSERT INTO mute (id, told, ended_ms, ended_by) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
		...[told.id, json(told), endedMs, endedBy],
	) === 1;

/** It ends once, whoever saw it first. */
export const endMute = (
	connection: Connection,
	id: string,
	by: string | null,
	atMs: number,
): boolean =>
	connection.run(
		"UPDATE mute SET ended_ms = ?, ended_by = ? WHERE id = ? AND ended_ms IS NULL",
		...[atMs, by, id],
	) === 1;

export const mutesIn = (
	connection: Connection,
	endedSinceMs: number,
): readonly Mute[] =>
	connection
		.all(
			`SELECT * FROM mute WHERE ended_ms IS NULL OR ended_ms >= ?
			ORDER BY ended_ms IS NOT NULL, ended_ms DESC, rowid DESC`,
			endedSinceMs,
		)
		.map((cells) => ({
			...fromJson<Told>(cells.told),
			endedMs: numberOrNull(cells.ended_ms),
			endedBy: textOrNull(cells.ended_by),
		}));
