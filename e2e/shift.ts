// How far do things on a page move by themselves? What the browser counts as layout shift, added up.
import type { Page } from "@playwright/test";

/** From the next page on; answers with the sum so far. */
export async function shiftOf(page: Page): Promise<() => Promise<number>> {
	await page.addInitScript(() => {
		const shifts: number[] = [];
		Object.assign(window, { shifts });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries())
				if ("value" in entry && "hadRecentInput" in entry)
					if (!entry.hadRecentInput) shifts.push(Number(entry.value));
		}).observe({ type: "layout-shift", buffered: true });
	});
	return () =>
		page.evaluate(() => {
			const { shifts } = window as unknown as { shifts: number[] };
			return shifts.reduce((sum, shift) => sum + shift, 0);
		});
}
