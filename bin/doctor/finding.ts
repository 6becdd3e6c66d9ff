// What did one look find? A sentence of what is, how bad that is, and what to do about it.

/** From what nobody may overlook to what is as it should be. */
export const gravities = ["wrong", "warning", "unknown", "well"] as const;
export type Gravity = (typeof gravities)[number];

export type Finding = {
	readonly is: Gravity;
	/** A whole sentence. */
	readonly says: string;
	/** What to do; null where nothing has to be. */
	readonly check: string | null;
};

export const well = (says: string): Finding => ({
	...{ is: "well", says, check: null },
});
export const unknown = (
	says: string,
	check: string | null = null,
): Finding => ({
	...{ is: "unknown", says, check },
});
export const warning = (says: string, check: string): Finding => ({
	...{ is: "warning", says, check },
});
export const wrong = (says: string, check: string): Finding => ({
	...{ is: "wrong", says, check },
});

/** What was thrown, in one line. */
export function reasonOf(error: unknown): string {
	if (error instanceof Error && "code" in error && error.code !== "")
		return String(error.code);
	return error instanceof Error ? error.message : String(error);
}
