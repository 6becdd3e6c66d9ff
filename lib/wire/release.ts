// Which release answered last, and is this page of another? What a screen that nobody reloads has to know.

const header = "tidemark-build";
let answeredBy: string | null = null;

export function noteRelease(headers: Headers): void {
	answeredBy = headers.get(header) ?? answeredBy;
}

/** The server that answers now, when it is not the one that made this page; null where that cannot be told. */
export const newerThan = (own: string | undefined): string | null =>
	own && answeredBy !== null && answeredBy !== own ? answeredBy : null;
