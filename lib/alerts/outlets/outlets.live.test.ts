// What do those who are told over HTTP hear? Exactly what each of them understands, and never what names would like to be.
import { createHmac } from "node:crypto";
import { inspect } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Notice } from "#lib/core/alert/notice.ts";
import {
	type HttpSink,
	type SinkAnswer,
	startHttpSink,
} from "#world/http-sink.ts";
import {
	nasty,
	noon,
	noticeOf,
	nowhere,
	outletOf,
	over,
	stopped,
} from "../for-tests.ts";
import { outletKinds } from "../register.ts";

const canary = "CANARY-7d1f9c-0123456789";
const withinMs = 10_000;

async function sink(answer: SinkAnswer = { code: 200, body: "ok" }) {
	const it = await startHttpSink();
	it.answer(answer);
	onTestFinished(() => it.stop());
	return it;
}

type Kind = {
	readonly kind: string;
	/** What stands in the file, with a key of its own in it. */
	written(it: HttpSink): object;
};
const kinds: readonly Kind[] = [
	{
		kind: "slack",
		written: ({ url }) => ({ url: `${url}/services/${canary}` }),
	},
	{
		kind: "webhook",
		written: ({ url }) => ({
			url: `${url.replace("//", `//user:${canary}@`)}/${canary}?key=${canary}`,
			secret: canary,
			headers: { "X-Key": canary },
		}),
	},
	{
		kind: "pagerduty",
		written: ({ url }) => ({ url, key: canary }),
	},
	{
		kind: "alertmanager",
		written: ({ url }) => ({ url: `${url}/${canary}` }),
	},
];
const sendTo = (it: HttpSink, { kind, written }: Kind, notice: Notice) =>
	outletOf(kind, written(it)).send(notice, withinMs);

describe.each(kinds)("$kind", (kind) => {
	test("whatever comes back is told, without a key that came back with it", async () => {
		const body = `no such hook: /${canary}?key=${canary} (X-Key: ${canary})`;
		for (const [code, told, again] of [
			[200, "taken", false],
			[400, "turned down", false],
			[404, "turned down", false],
			[408, "busy", true],
			[429, "busy", true],
			[500, "busy", true],
		] as const) {
			const headers = { "retry-after": "9" };
			const it = await sink({ code, body, headers });
			const answer = await sendTo(it, kind, noticeOf([stopped()]));
			expect(answer).toMatchObject({ code: told, again, values: { code } });
			expect(answer.afterMs).toBe(again ? 9_000 : null);
			expect(JSON.stringify(answer)).toContain("no such hook");
			expect(JSON.stringify(answer)).not.toContain(canary);
		}
	});

	test("where it leads elsewhere nobody follows, and only the host is told", async () => {
		const inside = await sink();
		const location = `${inside.url}/${canary}`;
		const it = await sink({ code: 302, headers: { location } });
		const answer = await sendTo(it, kind, noticeOf([stopped()]));
		const host = `127.0.0.1:${inside.port}`;
		expect(answer).toMatchObject({ code: "redirected", again: true });
		expect(answer.values).toEqual({ code: 302, host });
		expect(inside.connections()).toBe(0);
	});

	test("an address inside is not spoken to unless it is allowed", async () => {
		const it = await sink();
		const { requests } = nowhere;
		const { kind: called, written } = kind;
		const outlet = outletOf(called, written(it), { requests });
		const answer = await outlet.send(noticeOf([stopped()]), withinMs);
		expect(answer).toMatchObject({ isTaken: false, again: true });
		expect(answer).toMatchObject({
			code: "address not allowed",
			values: { host: `127.0.0.1:${it.port}`, address: "127.0.0.1" },
		});
		expect(JSON.stringify(answer)).not.toContain(canary);
		expect(it.connections()).toBe(0);
	});

	test("where it goes can be shown to anybody", async () => {
		const it = await sink();
		const { address } = outletOf(kind.kind, kind.written(it));
		expect(address).toBe(`http://127.0.0.1:${it.port}`);
	});

	test("what it was opened with prints no key", async () => {
		const it = await sink();
		const own = outletKinds.find((one) => one.kind === kind.kind);
		const settings = own?.settings.parse(kind.written(it));
		expect(inspect(settings, { depth: 9, showHidden: true })).not.toContain(
			canary,
		);
		expect(JSON.stringify(settings)).not.toContain(canary);
	});

	test("the nastiest names arrive as names", async () => {
		const it = await sink();
		for (const name of nasty) {
			const alerts = [stopped(name), stopped("orders")];
			const answer = await sendTo(it, kind, noticeOf(alerts));
			expect(answer.isTaken).toBe(true);
		}
		expect(it.heard).toHaveLength(nasty.length);
		for (const { body, headers } of it.heard) {
			expect(headers["content-type"]).toBe("application/json");
			expect(JSON.parse(body)).toBeTruthy();
			expect(Object.keys(headers)).not.toContain("bcc");
		}
	});
});

const heardBy = async (called: string, written: object, notice: Notice) => {
	const it = await sink();
	const outlet = outletOf(called, { url: it.url, ...written });
	const answer = await outlet.send(notice, withinMs);
	const bodies = it.heard.map(({ body }) => JSON.parse(body));
	return { answer, heard: it.heard, body: bodies[0], bodies };
};

describe("a program that knows the secret", () => {
	test("can tell that it is from us, what it is about, and whether it had it before", async () => {
		const secret = "0123456789abcdef";
		const notice = noticeOf([stopped(), over("done")]);
		const { heard, body } = await heardBy("webhook", { secret }, notice);
		const headers = heard[0]?.headers ?? {};
		const text = heard[0]?.body;
		const [, seconds, seal] =
			/^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers["tidemark-signature"] ?? "") ??
			[];
		const ours = createHmac("sha256", secret).update(`${seconds}.${text}`);
		expect(seal).toBe(ours.digest("hex"));
		expect(headers["idempotency-key"]).toBe(notice.id);
		expect(body).toMatchObject({
			...{ version: 1, id: notice.id, wave: "wave-1", says: "fires" },
			...{ gravity: "critical", total: 2, firing: 1 },
			at: new Date(noon).toISOString(),
			do: "Call the payments team.",
		});
		expect(body.alerts.map((it: { state: string }) => it.state)).toEqual([
			...["firing", "resolved"],
		]);
		expect(body.alerts[0].target).toMatchObject({ channel: "orders" });
	});

	test("may be told in words of one's own, with headers of one's own", async () => {
		const written = {
			template: '{"message": "{{title}}", "many": {{total}}}',
			headers: { "X-Team": "billing" },
		};
		const { heard, body } = await heardBy(
			...(["webhook", written, noticeOf([stopped()])] as const),
		);
		expect(body).toEqual({
			message: "stopped: orders → billing (eu)",
			many: 1,
		});
		expect(heard[0]?.headers["x-team"]).toBe("billing");
	});
});

describe("Slack", () => {
	test("nothing from a broker mentions, links or weighs anything", async () => {
		const names = ["<!channel> & <https://x|y>", "a_b *b* `c` @here", "[x](y)"];
		const { body } = await heardBy(
			"slack",
			{},
			noticeOf(names.map((it) => stopped(it))),
		);
		const { text } = body;
		expect(text).toContain("&lt;!channel&gt; &amp; &lt;https:\u200b//x|y&gt;");
		expect(text).toContain("a_b \u200b*\u200bb");
		expect(text).not.toMatch(/@here|\]\(/);
		expect(text).toMatch(
			/<https:\/\/tidemark\.example\.org\/alerts\|All alerts>$/,
		);
	});

	test("what is too long for one message ends with where the rest is", async () => {
		const many = Array.from({ length: 10 }, (_, n) =>
			stopped(`${n}${"<".repeat(79)}`),
		);
		const { body } = await heardBy("slack", {}, noticeOf(many));
		expect(body.text.length).toBeLessThan(4_000);
		expect(body.text).toMatch(/All alerts>$/);
	});
});

describe("PagerDuty", () => {
	const key = "R0123456789ABCDEF0123456789ABCDE";

	test("a wave is one incident, which its end resolves", async () => {
		const fires = await heardBy("pagerduty", { key }, noticeOf([stopped()]));
		expect(fires.body).toMatchObject({
			...{ routing_key: key, event_action: "trigger", dedup_key: "wave-1" },
			payload: {
				...{ summary: "stopped: orders → billing (eu)", source: "eu" },
				...{ severity: "critical", component: "orders", group: "billing" },
			},
		});
		expect(fires.body.links[0].href).toContain("/subscriptions/orders?from=");
		const ends = await heardBy("pagerduty", { key }, noticeOf([over()]));
		expect(ends.bodies).toEqual([
			{ routing_key: key, event_action: "resolve", dedup_key: "wave-1" },
		]);
	});

	test("what is only tried is over at once", async () => {
		const notice = noticeOf([stopped()], { says: "test" });
		const { bodies } = await heardBy("pagerduty", { key }, notice);
		expect(bodies.map((it) => [it.event_action, it.payload?.severity])).toEqual(
			[
				["trigger", "info"],
				["resolve", undefined],
			],
		);
	});
});

test("Alertmanager hears every alert by itself, with labels that tell it from others for good", async () => {
	const notice = noticeOf([stopped(), over("done")]);
	const { body, heard } = await heardBy("alertmanager", {}, notice);
	expect(heard[0]?.path).toBe("/api/v2/alerts");
	expect(body[0]).toMatchObject({
		labels: {
			...{ alertname: "stopped", severity: "critical", source: "tidemark" },
			...{ broker: "eu", kind: "log", channel: "orders", group: "billing" },
		},
		startsAt: new Date(noon - 60_000).toISOString(),
		annotations: { summary: "orders → billing (eu)" },
	});
	expect(Date.parse(body[0].endsAt)).toBeGreaterThan(Date.now() + 120_000);
	expect(body[0].generatorURL).toContain("/subscriptions/orders?from=");
	expect(body[1].endsAt).toBe(new Date(noon).toISOString());
	const again = await heardBy("alertmanager", {}, { ...notice, id: "another" });
	expect(again.body[0].labels).toEqual(body[0].labels);
});
