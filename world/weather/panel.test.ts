// Do the buttons of the demo do what stands on them, and only for whoever sits in front of them?
import { request } from "node:http";
import { expect, test } from "vitest";
import type { Deed } from "./deeds.ts";
import { openPanel } from "./panel.ts";

async function panelHere() {
	let pressed = 0;
	const deed: Deed = {
		...{ name: "kill", broker: "redis", does: "Kill it", undoes: "Back again" },
		...{
			shows: "it is stopped.",
			now: () => (pressed % 2 ? "it is away" : null),
		},
		press: () => void pressed++,
	};
	const address = await openPanel([deed], 0);
	return { address, pressed: () => pressed };
}

const press = (address: string, headers: Record<string, string>) =>
	fetch(`${address}kill`, { method: "POST", redirect: "manual", headers });

/** As a browser asks that was led here by another name. */
const codeFor = (address: string, host: string) =>
	new Promise<number | undefined>((resolve, reject) => {
		request(address, { headers: { host } }, (reply) => {
			reply.resume();
			resolve(reply.statusCode);
		})
			.on("error", reject)
			.end();
	});

test("a button says what it does, then what it is doing, and undoes it", async () => {
	const { address, pressed } = await panelHere();
	const before = await (await fetch(address)).text();
	expect(before).toContain("Kill it");
	expect(before).toContain("Then it is stopped.");
	const origin = new URL(address).origin;
	expect((await press(address, { origin })).status).toBe(303);
	expect(pressed()).toBe(1);
	const after = await (await fetch(address)).text();
	expect(after).toContain("Back again");
	expect(after).toContain("it is away");
	expect(after).not.toContain("Kill it");
});

test("neither a foreign page nor a foreign name presses it, and nothing else is there", async () => {
	const { address, pressed } = await panelHere();
	for (const headers of [{ origin: "https://example.com" }, {}])
		expect((await press(address, headers)).status).toBe(403);
	expect(await codeFor(address, "example.com")).toBe(403);
	expect((await fetch(`${address}kill`)).status).toBe(404);
	expect((await fetch(`${address}other`)).status).toBe(404);
	expect(pressed()).toBe(0);
});
