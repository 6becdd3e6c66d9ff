// How does a screen look before it is answered? What it asks of the server is held back until somebody lets it go.
import type { Page, Route } from "@playwright/test";

/** Every question waits until it is let go. */
export async function hold(page: Page) {
	const held: Route[] = [];
	let open = false;
	await page.route("**/api/**", (route) => {
		if (open) return route.continue();
		held.push(route);
		return undefined;
	});
	return async () => {
		open = true;
		await Promise.all(held.splice(0).map((route) => route.continue()));
	};
}
