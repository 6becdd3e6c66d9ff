// What does a browser say of a screen that no rule of access sees? Each answer names what is wrong, and is empty when nothing is.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export async function inTheWay(page: Page): Promise<readonly string[]> {
	// No page of ours holds a frame: no blank page has to be opened each time to put the answers of frames together.
	const { violations } = await new AxeBuilder({ page })
		.setLegacyMode()
		.withTags(rules)
		.analyze();
	return violations.map(
		({ id, nodes }) =>
			`${id}: ${nodes
				.slice(0, 3)
				.map(({ html }) => html.slice(0, 160))
				.join(" | ")}`,
	);
}

/** What reaches beyond the screen, so that somebody has to scroll sideways; places that scroll by themselves may. */
export const sideways = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() => {
		const wide = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= wide) return [];
		const scrolls = (element: Element | null): boolean =>
			element !== null &&
			element !== document.body &&
			element !== document.documentElement &&
			(getComputedStyle(element).overflowX !== "visible" ||
				scrolls(element.parentElement));
		const beyond = [...document.body.querySelectorAll("*")].filter(
			(element) =>
				element.getBoundingClientRect().right > wide + 1 &&
				!scrolls(element.parentElement),
		);
		return [
			`${document.documentElement.scrollWidth} of ${wide}`,
			...beyond
				.slice(0, 5)
				.map((element) => `${element.tagName}.${element.className}`),
		];
	});

/** What acts and is smaller than a thumb. A link in a sentence, and what lies over its whole row, are not meant. */
export const smallTargets = (
	page: Page,
	atLeast: number,
): Promise<readonly string[]> =>
	page.evaluate((least) => {
		const acting = document.querySelectorAll(
			"button, input, select, summary, [role=button], [role=switch], a.btn, nav a",
		);
		return [...acting].flatMap((element) => {
			const box = element.getBoundingClientRect();
			if (box.width === 0 || box.height === 0) return [];
			if (element.closest("[inert], [aria-hidden=true], .sr")) return [];
			if (getComputedStyle(element).visibility !== "visible") return [];
			// A label around a field is as good as the field itself.
			const around = element.closest("label")?.getBoundingClientRect();
			const height = Math.max(box.height, around?.height ?? 0);
			const width = Math.max(box.width, around?.width ?? 0);
			return height >= least - 0.5 && width >= least - 0.5
				? []
				: [
						`${element.tagName}.${element.className} "${(element.textContent ?? "").slice(0, 20)}" ${Math.round(width)} × ${Math.round(height)}`,
					];
		});
	}, atLeast);

/** Words that are cut off without a sign that they are: neither dots nor a place to scroll. */
export const cutWords = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() =>
		[
			...document.querySelectorAll(
				"button, .btn, a, th, h1, h2, label, dt, dd, summary",
			),
		].flatMap((element) => {
			const style = getComputedStyle(element);
			if (element.closest(".sr, [aria-hidden=true]")) return [];
			const hides = style.overflowX === "hidden" || style.overflowX === "clip";
			if (!hides || style.textOverflow === "ellipsis") return [];
			if (element.scrollWidth <= element.clientWidth + 1) return [];
			return [
				`${element.tagName}.${element.className} "${(element.textContent ?? "").slice(0, 40)}"`,
			];
		}),
	);

/** Every text 40 % longer, as another language would have it; names and numbers stay. */
export const lengthen = (page: Page): Promise<void> =>
	page.evaluate(() => {
		const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walk.nextNode(); node; node = walk.nextNode()) {
			const text = node.nodeValue ?? "";
			const letters = text.match(/\p{L}/gu)?.length ?? 0;
			if (
				letters < 3 ||
				node.parentElement?.closest("bdi, code, script, style")
			)
				continue;
			const more = Math.ceil(0.4 * text.length);
			node.nodeValue = `${text} ${"loremipsum ".repeat(more).slice(0, more)}`;
		}
	});

/** What is green: nothing may be while nobody knows whether all is well. */
export const greens = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() => {
		const isGreen = (color: string): boolean => {
			const [r = 0, g = 0, b = 0, a = 1] = (color.match(/[\d.]+/g) ?? []).map(
				Number,
			);
			return a > 0.1 && g > r * 1.25 && g > b * 1.1 && g - r > 24;
		};
		const parts = [
			"color",
			"backgroundColor",
			"fill",
			"stroke",
			"borderLeftColor",
			"borderTopColor",
		] as const;
		return [...document.body.querySelectorAll("*")].flatMap((element) => {
			if (!element.checkVisibility({ visibilityProperty: true })) return [];
			const style = getComputedStyle(element);
			return parts
				.filter((part) => isGreen(style[part]))
				.map(
					(part) =>
						`${element.tagName}.${element.getAttribute("class")} ${part} ${style[part]}`,
				);
		});
	});

/** What would still move for somebody who asked for stillness. */
export const moving = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() => {
		const lasts = (times: string) =>
			times.split(",").some((time) => Number.parseFloat(time) > 0.001);
		return [...document.body.querySelectorAll("*")].flatMap((element) => {
			const style = getComputedStyle(element);
			const transits =
				style.transitionProperty !== "none" && lasts(style.transitionDuration);
			const runs =
				style.animationName !== "none" && lasts(style.animationDuration);
			const rolls = style.scrollBehavior === "smooth";
			return transits || runs || rolls
				? [`${element.tagName}.${element.getAttribute("class")}`]
				: [];
		});
	});
