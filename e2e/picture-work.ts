// What is there to be pictured beside what the shop does? What people change, and the groups it is about.
import type { Page } from "@playwright/test";
import { expect } from "./scene.ts";

/** The first subscription of a group. */
export async function idOf(page: Page, group: string): Promise<string> {
	const filter = encodeURIComponent(`group:${group}`);
	const reply = await page.request.get(`/api/board?filter=${filter}`);
	const { rows } = await reply.json();
	return rows[0].id;
}

/** Rules and mutes, so that there is something to tell of; which errand changed something that was there. */
export async function changesOf(page: Page) {
	await page.goto("/");
	const { origin } = new URL(page.url());
	const ask = async (data: object) => {
		const headers = { "x-tidemark": "1", origin };
		const reply = await page.request.post("/api/errands", { headers, data });
		expect(reply.status()).toBe(202);
		const { id } = await reply.json();
		await page.request.get(`/api/errands/${id}?wait=5000`);
		return id;
	};
	const rule = {
		...{ name: "backlog", among: "", tell: null, againMs: null, on: true },
		...{ forMs: 60_000, calmMs: 60_000, gravity: "warning", text: "" },
		when: { is: "measure", of: "lag", n: 500 },
	};
	await ask({ verb: "save rule", rule });
	const calmer = { ...rule, forMs: 120_000, text: "Call the shop." };
	const changed = await ask({
		...{ verb: "save rule", rule: calmer, was: "backlog" },
	});
	await ask({
		...{ verb: "mute", among: "group:pdf", untilMs: Date.now() + 3_600_000 },
		why: "a template is mended",
	});
	return changed;
}
