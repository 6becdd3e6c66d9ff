// For which names is the certificate that was not accepted?

/** The error's own sentence leaves them out where an address was asked for. */
export function certifiedNames(error: Error): string | null {
	const cert: unknown = Reflect.get(error, "cert");
	if (typeof cert !== "object" || cert === null) return null;
	const names: unknown = Reflect.get(cert, "subjectaltname");
	return typeof names === "string" ? `it is for ${names}` : null;
}
