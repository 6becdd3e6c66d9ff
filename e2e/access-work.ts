// Who else comes in during a story? People with roles and passwords, added as an admin's program would.
import { randomUUID } from "node:crypto";
import {
	type APIRequestContext,
	type Browser,
	type BrowserContext,
	expect,
} from "@playwright/test";
import type { Stage } from "./stage.ts";

export type Somebody = { readonly name: string; readonly password: string };

const newName = (about: string) => `${about} ${randomUUID().slice(0, 8)}`;
export const newSomebody = (about: string): Somebody => ({
	name: newName(about),
	password: `four words for ${randomUUID().slice(0, 8)}`,
});

/** A change as a page of ours sends it. */
export const sent = (
	request: APIRequestContext,
	{ product: { origin } }: Pick<Stage, "product">,
	path: string,
	data: unknown,
) =>
	request.post(origin + path, {
		data,
		headers: { origin, "x-tidemark": "1" },
	});

/** A browser nobody knows, which came in by an invitation: from then on it is theirs. */
export async function comeInAs(
	browser: Browser,
	admin: APIRequestContext,
	stage: Stage,
	somebody: Somebody,
	roles: readonly string[],
): Promise<BrowserContext> {
	const { name: person, password } = somebody;
	const added = await sent(admin, stage, "/api/errands", {
		...{ verb: "add person", person, roles },
	});
	await answered(admin, stage, (await added.json()).id);
	const invited = await sent(admin, stage, "/api/invitations", { person });
	const { errand, secret } = await invited.json();
	await answered(admin, stage, errand);
	const context = await newBrowser(browser, stage);
	const key = secret.slice("invitation=".length);
	const came = await sent(context.request, stage, "/api/session", {
		...{ by: "invitation", key, password },
	});
	expect(came.status()).toBe(200);
	return context;
}

export const newBrowser = (
	browser: Browser,
	{ product }: Stage,
): Promise<BrowserContext> =>
	browser.newContext({
		baseURL: product.origin,
		storageState: { cookies: [], origins: [] },
	});

const answered = (
	request: APIRequestContext,
	{ product }: Stage,
	errand: string,
) =>
	expect
		.poll(async () => {
			const path = `/api/errands/${errand}?wait=2000`;
			const reply = await request.get(product.origin + path);
			return (await reply.json()).state;
		})
		.toBe("answered");
