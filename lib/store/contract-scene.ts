// Where are the promises of a store tried? In a place with two connections, cleared away afterwards.
import { onTestFinished } from "vitest";
import type { Row } from "#lib/core/board.ts";
import type { GoneMark } from "#lib/core/gone.ts";
import { factOf } from "./contract-rows.ts";
import type { BoardQuery, Store } from "./store.ts";

export type Place = {
	/** Another connection to the same store, as another process would have it. */
	open(): Promise<Store>;
	remove(): Promise<void>;
};

export type Scene = () => Promise<{
	readonly store: Store;
	readonly other: Store;
}>;

export function sceneOf(place: () => Promise<Place>): Scene {
	return async () => {
		const { open, remove } = await place();
		const store = await open();
		const other = await open();
		onTestFinished(async () => {
			await store.close();
			await other.close();
			await remove();
		});
		return { store, other };
	};
}

export async function writeRows(
	store: Store,
	rows: readonly Row[],
	gone: readonly GoneMark[] = [],
): Promise<void> {
	for (const name of new Set(rows.map((row) => row.broker))) {
		const its = rows.filter((row) => row.broker === name);
		await store.board.write({ broker: factOf({ name }), rows: its, gone });
	}
}

export const asking = (part: Partial<BoardQuery> = {}): BoardQuery => ({
	filter: [],
	sort: "gravity",
	limit: 100,
	cursor: null,
	fold: null,
	...part,
});

export async function channelsOf(
	store: Store,
	part: Partial<BoardQuery> = {},
): Promise<readonly string[]> {
	const { rows } = await store.board.page(asking(part));
	return rows.map((row) => row.channel);
}
