// What stands before a story of alerts begins? One real Redis, the product with a few rules and one outlet, and a receiver that keeps what it hears.
import { type HttpSink, startHttpSink } from "#world/http-sink.ts";
import { test as clean } from "./clean-stage.ts";

export { expect } from "./clean-stage.ts";

export const test = clean.extend<object, { sink: HttpSink; settings: string }>({
	sink: [
		async ({ browserName: _ }, use) => {
			const sink = await startHttpSink();
			await use(sink);
			await sink.stop();
		},
		{ scope: "worker" },
	],
	settings: [
		async ({ sink }, use) => {
			await use(`alerts:
  usual: false
  allow: [127.0.0.1]
  outlets:
    hook: { kind: webhook, url: "${sink.url}/hook" }
  rules:
    waiting: { when: lag over 4, for: 0s, calm: 0s, gravity: warning, text: Call the orders team. }
    nagging: { when: lag over 4, among: "channel:nag:*", for: 0s, calm: 0s, again: 1s }
    going on: { when: lag over 4, among: "channel:on:*", for: 0s, calm: 0s, again: 1s }
`);
		},
		{ scope: "worker" },
	],
});

export type Told = {
	readonly rule: string;
	readonly says: string;
	readonly title: string;
	readonly text: string;
	readonly links: readonly string[];
};

/** What it was told of one channel, the first notice first. */
export const toldOf = ({ heard }: HttpSink, channel: string): readonly Told[] =>
	heard
		.map(({ body }) => JSON.parse(body))
		.filter(({ alerts }) =>
			alerts.some(
				({ target }: { target: { channel?: string } }) =>
					target.channel === channel,
			),
		)
		.map(({ rule, says, title, text, alerts }) => ({
			...{ rule, says, title, text },
			links: alerts.flatMap(({ links }: { links: { url: string }[] }) =>
				links.map(({ url }) => url),
			),
		}));
