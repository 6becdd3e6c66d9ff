// Which secrets do people have? One who was invited, a program and a wall, each let in as they are in earnest.
import { randomBytes } from "node:crypto";
import { eventually } from "#world/eventually.ts";
import type { Canaries } from "./canary-stage.ts";

/** Somebody is added, sets a password by an invitation, and a program and a wall get theirs. */
export async function comeAlong(
	ask: Canaries["ask"],
): Promise<readonly (readonly [string, string])[]> {
	const post = async (path: string, body: object) => {
		const reply = await ask(path, { verb: "POST", body });
		return JSON.parse(reply.text);
	};
	const ended = (id: string) =>
		eventually(async () => {
			const { text } = await ask(`/api/errands/${id}`);
			return JSON.parse(text).state === "answered" || undefined;
		}, 15_000);
	const made = async (path: string, body: object): Promise<string> => {
		const { errand, secret } = await post(path, body);
		await ended(errand);
		return /[\w-]{43}$/.exec(secret)?.[0] ?? "";
	};
	const person = { person: "mia", roles: ["viewer"] };
	const { id } = await post("/api/errands", { verb: "add person", ...person });
	await ended(id);
	const key = await made("/api/invitations", { person: "mia" });
	const password = `canary ${randomBytes(12).toString("hex")}`;
	const joined = await ask("/api/session", {
		...{ verb: "POST", headers: { cookie: "" } },
		body: { by: "invitation", key, password },
	});
	const cookies = joined.headers["set-cookie"] ?? [];
	const token = { name: "scraper", roles: ["viewer"], days: 3 };
	return [
		["an invitation", key],
		["a password", password],
		...[cookies].flat().map((cookie, n) => {
			const value = cookie.slice(cookie.indexOf("=") + 1, cookie.indexOf(";"));
			return [`cookie ${n} of somebody`, value] as const;
		}),
		["a token", await made("/api/tokens", token)],
		[
			"a link for a wall",
			await made("/api/links", { ...person, person: "wall", days: 3 }),
		],
	];
}
