// What is anybody shown of an alert? How it is, why it is not told now, and how people were told.
import type { Alert } from "./alert.ts";
import type { Notice, OwedNotice } from "./notice.ts";

/** One notice about it. */
export type ToldOf = Pick<Notice, "outlet" | "says" | "why" | "atMs"> &
	Omit<OwedNotice, "id">;

export type ShownAlert = {
	readonly alert: Alert;
	/** Why it is not told now, though it fires. */
	readonly held: string | null;
	/** Other rules that fire for the same subscription, and are told by this one: they are not shown apart. */
	readonly also: readonly string[];
	/** The latest try first. */
	readonly told: readonly ToldOf[];
};
