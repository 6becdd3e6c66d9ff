// What does it cost to scroll this page? In processor time of its main thread, as a multiple of a bare table that draws as many cells by hand.
import type { Page } from "@playwright/test";

const steps = 60;

export async function scrollCost(page: Page): Promise<number> {
	const bare = await page.context().newPage();
	await bare.setContent(`<style>td{height:28px;padding:0}</style>
		<table><tbody id="rows"></tbody></table><script>
		const rows = document.getElementById("rows");
		const draw = () => {
			const first = Math.max(0, Math.floor(scrollY / 28) - 10);
			const cells = (n) => Array.from({ length: 10 }, (_, i) =>
				"<td><span title='" + n + "'>" + n * (i + 1) + "</span></td>").join("");
			const lines = Array.from({ length: 54 }, (_, i) => "<tr>" + cells(first + i) + "</tr>");
			rows.innerHTML = "<tr><td style='height:" + first * 28 + "px'></td></tr>" + lines.join("")
				+ "<tr><td style='height:" + (10000 - first - 54) * 28 + "px'></td></tr>";
		};
		addEventListener("scroll", draw);
		draw();
	</script>`);
	// Each twice, the first time to warm up.
	await scrolled(bare);
	const bareMs = await scrolled(bare);
	await bare.close();
	await page.bringToFront();
	await scrolled(page);
	return (await scrolled(page)) / bareMs;
}

async function scrolled(page: Page): Promise<number> {
	const session = await page.context().newCDPSession(page);
	await session.send("Performance.enable", { timeDomain: "threadTicks" });
	const taskMs = async () => {
		const { metrics } = await session.send("Performance.getMetrics");
		return (
			1_000 * (metrics.find((it) => it.name === "TaskDuration")?.value ?? 0)
		);
	};
	await page.evaluate(() => scrollTo(0, 0));
	const before = await taskMs();
	await page.evaluate(async (count) => {
		for (let i = 0; i < count; i++) {
			scrollBy(0, 420);
			await new Promise((seen) =>
				requestAnimationFrame(() => setTimeout(seen)),
			);
		}
	}, steps);
	const cost = (await taskMs()) - before;
	await session.detach();
	return cost;
}
