// How is a link made of what is shown once? What is secret stands behind the hash, which no server sees.

/** With the name, so that the page can greet and a keeper of passwords knows whose it is. */
export const invitationLink = (secret: string, person: string): string =>
	linkWith(`${secret}&for=${encodeURIComponent(person)}`);

export const wallLink = (secret: string): string => linkWith(secret);

/** The server answers all that stands behind the hash: what it is, and its key. */
const linkWith = (secret: string): string =>
	`${location.origin}/enter#${secret}`;
