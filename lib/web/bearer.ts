// Does a program show a token instead of a cookie? A browser brings cookies along wherever it is sent; a token beside one may have been put there by another page.

export function bearerIn(headers: Headers): string | null {
	if (headers.has("cookie")) return null;
	const [, token = null] =
		/^Bearer (tm_\S{1,100})$/i.exec(headers.get("authorization") ?? "") ?? [];
	return token;
}
