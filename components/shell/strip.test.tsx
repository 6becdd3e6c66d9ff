// When was each broker heard, and how many does the strip count where a phone has no room for those that are well?
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import { trouble } from "#lib/core/trouble.ts";
import { SpokenEn } from "#lib/say/en/spoken.tsx";
import { SpokenKo } from "#lib/say/ko/spoken.tsx";
import { showZone } from "#lib/say/zone.ts";
import type { BoardReply } from "#lib/wire/board.ts";
import { seen } from "#lib/wire/seen.ts";
import { replyOf } from "./for-tests.ts";
import { Strip } from "./strip.tsx";

function htmlOf(reply: BoardReply, Spoken = SpokenEn): string {
	const asking = { seen: seen(reply, 0), failing: false, online: true };
	const html = renderToStaticMarkup(
		<Spoken>
			<Strip asking={asking} stale={false} here={null} />
		</Spoken>,
	);
	return html.replaceAll("\u00a0", " ");
}

const sumOf = (reply: BoardReply, Spoken = SpokenEn): string | undefined =>
	/broker-sum.*?<\/i>(.*?)<\/li>/.exec(htmlOf(reply, Spoken))?.[1];

afterEach(() => showZone(null));

const silent = 60_000;

test("where all brokers are well they are counted, and nobody is called another", () => {
	const reply = replyOf({ jobs: 1_000, orders: 1_000 });
	expect(sumOf(reply)).toBe("2 brokers up to date");
	expect(sumOf(replyOf({ jobs: 1_000 }))).toBe("1 broker up to date");
	expect(sumOf(reply, SpokenKo)).toBe("브로커 2개 최신");
});

test("beside one that is silent those that are well are the others", () => {
	const reply = replyOf({ jobs: 1_000, orders: silent });
	expect(sumOf(reply)).toBe("1 other up to date");
	expect(sumOf(reply, SpokenKo)).toBe("나머지 1개는 최신");
	expect(sumOf(replyOf({ jobs: silent }))).toBeUndefined();
});

test("a broker that has a chip because a part of it is in trouble is not counted once more", () => {
	const reply = replyOf({ jobs: 1_000, orders: 1_000 });
	const brokers = reply.brokers.map((broker) =>
		broker.name === "orders"
			? { ...broker, parts: [trouble("unreachable", "", "node 2")] }
			: broker,
	);
	expect(sumOf({ ...reply, brokers })).toBe("1 other up to date");
});

test("beside its age each broker has the whole time at which it was heard, in the zone that is shown", () => {
	showZone("UTC");
	const told = htmlOf(replyOf({ jobs: 1_000 }));
	expect(told).toContain("1 s ago");
	expect(told).toContain("20 Nov 2026, 14:32:07 UTC");
	expect(htmlOf(replyOf({ jobs: null }))).not.toContain("2026");
});
