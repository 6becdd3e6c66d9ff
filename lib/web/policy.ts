// What may a page load and run? The content security policy of every page.

/** The development server evaluates code, writes styles into pages and pushes changes over a socket; what is shipped does none of it. */
export function contentPolicy(nonce: string, development: boolean): string {
	const own = `'self' 'nonce-${nonce}'`;
	const styles = development ? "'self' 'unsafe-inline'" : own;
	return [
		"default-src 'none'",
		`script-src ${own} 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
		`style-src ${styles}`,
		`style-src-elem ${styles}`,
		"style-src-attr 'unsafe-inline'",
		"img-src 'self' data:",
		"font-src 'self'",
		`connect-src 'self'${development ? " ws:" : ""}`,
		"manifest-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
		"object-src 'none'",
	].join("; ");
}
