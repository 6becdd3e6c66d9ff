// How does a program ask for a clean-up, and say yes to it? By what a page would send.
import { expect } from "@playwright/test";
import type { Visitor } from "../visitor.ts";

type Reply = {
	readonly id: string;
	readonly state: string;
	readonly undertaking: {
		readonly hash: string;
		readonly typed: string | null;
		readonly targets: readonly {
			readonly plan: {
				readonly refusal: { readonly code: string } | null;
			} | null;
		}[];
	} | null;
};
type Subject = { readonly channel: string; readonly group: string };
type To = { readonly place: "first" | "end" };

/** The group is to read on from there. */
export async function cleanUpOf(visitor: Visitor, subject: Subject, to: To) {
	const filter = `channel:"${subject.channel}" group:"${subject.group}"`;
	const { id } = await visitor.post<Reply>("/api/errands", {
		...{ verb: "clean up", targets: { filter } },
		cleanUp: { action: "reset", to },
	});
	const ended = async (path: string, states: RegExp) => {
		let reply: Reply | undefined;
		await expect
			.poll(async () => {
				reply = await visitor.read<Reply>(path);
				return reply.state;
			})
			.toMatch(states);
		return reply;
	};
	const path = `/api/errands/${id}?wait=2000`;
	const planned = await ended(path, /planned|failed/);
	return {
		plan: planned?.undertaking?.targets[0]?.plan,
		async approve() {
			await visitor.post(`/api/errands/${id}/approve`, {
				hash: planned?.undertaking?.hash,
				typed: planned?.undertaking?.typed ?? undefined,
			});
			const done = /done|refused|failed|unknown|stale/;
			return { state: (await ended(path, done))?.state };
		},
	};
}

export const planOf = async (visitor: Visitor, subject: Subject, to: To) =>
	(await cleanUpOf(visitor, subject, to)).plan;
