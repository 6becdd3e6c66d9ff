// Is something switched on? "true" or "false", and no third word that might mean either.

/** Whether it is, or what to write instead. */
export function parseYes(text: string): { readonly yes: boolean } | string {
	const given = text.trim();
	return given === "true" || given === "false"
		? { yes: given === "true" }
		: "write true or false";
}
