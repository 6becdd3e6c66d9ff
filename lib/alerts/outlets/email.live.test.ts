// Does mail arrive as it was meant, at a real mail server, and is whatever that refuses told as it is?
import { describe, expect, onTestFinished, test } from "vitest";
import { type Mail, startMailSink } from "#world/mail-sink.ts";
import {
	nasty,
	noticeOf,
	nowhere,
	outletOf,
	over,
	parts,
	stopped,
} from "../for-tests.ts";
import { certificates } from "../for-tests-certificates.ts";
import { allowedBy } from "../requests/allowed.ts";
import { guarded } from "../requests/guarded.ts";

const canary = "CANARY-7d1f9c-0123456789";
const withinMs = 10_000;
const people = {
	...{ from: "tidemark@example.org", to: ["ops@example.org"] },
};

const { pem, tlsOf } = certificates();

async function sink(options: Parameters<typeof startMailSink>[0] = {}) {
	const it = await startMailSink(options);
	onTestFinished(() => it.stop());
	return it;
}

async function trusting() {
	const allowed = allowedBy([{ is: "net", start: "127.0.0.1", bits: 32 }]);
	return { requests: guarded({ allowed, ca: await pem("ca.pem") }) };
}

/** The head of a mail, with lines that go on put together. */
const headOf = ({ raw }: Mail): readonly string[] =>
	(raw.split("\r\n\r\n")[0] ?? "").replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
const headerOf = (mail: Mail, name: string): string =>
	headOf(mail)
		.find((line) => line.toLowerCase().startsWith(`${name}:`))
		?.slice(name.length + 1)
		.trim() ?? "";

/** The parts of the body, as somebody reads them. */
function readOf({ raw }: Mail): { text: string; html: string } {
	const parts = raw.split(/\r\n--[^\r\n]+(?:\r\n|$)/);
	const body = (type: string) => {
		const part = parts.find((one) => one.startsWith(`Content-Type: ${type}`));
		const [head = "", ...rest] = (part ?? "").split("\r\n\r\n");
		const coded = rest.join("\r\n\r\n");
		if (/base64/i.test(head)) return Buffer.from(coded, "base64").toString();
		const bytes = coded
			.replaceAll(/=\r\n/g, "")
			.replaceAll(/=([0-9A-F]{2})/g, (_, hex) =>
				String.fromCharCode(Number.parseInt(hex, 16)),
			);
		return /quoted/i.test(head)
			? Buffer.from(bytes, "latin1").toString()
			: coded;
	};
	return { text: body("text/plain"), html: body("text/html") };
}

describe("what is sent", () => {
	test("says all of it, as lines and as a page, and its end belongs to the same thread", async () => {
		const it = await sink();
		const server = `smtp://127.0.0.1:${it.port}`;
		const outlet = outletOf("email", { server, ...people });
		const notice = noticeOf([stopped()], { id: "notice/1" });
		expect(await outlet.send(notice, withinMs)).toMatchObject({
			...{ isTaken: true, code: "taken", values: { code: 250 } },
		});
		await outlet.send(noticeOf([over()], { id: "notice/2" }), withinMs);
		const [first, second] = it.mails;
		if (!first || !second) throw new Error("they did not come");
		expect(first).toMatchObject({ from: people.from, to: people.to });
		expect(headerOf(first, "subject")).toMatch(/^=\?UTF-8\?|^stopped: orders/);
		expect(headerOf(first, "message-id")).toBe("<notice_1@example.org>");
		expect(headerOf(second, "message-id")).toBe("<notice_2@example.org>");
		for (const mail of [first, second]) {
			expect(headerOf(mail, "references")).toBe("<wave-1@example.org>");
			expect(headerOf(mail, "in-reply-to")).toBe("<wave-1@example.org>");
			expect(headerOf(mail, "auto-submitted")).toBe("auto-generated");
		}
		const { text, html } = readOf(first);
		expect(text).toContain("stopped: orders → billing (eu)");
		expect(text).toContain("Call the payments team.");
		expect(text).toContain(
			"https://tidemark.example.org/subscriptions/orders?do=reclaim",
		);
		expect(html).toContain(
			'<a href="https://tidemark.example.org/subscriptions/orders?do=reclaim">',
		);
		expect(
			headerOf(first, "x-priority") || headerOf(first, "importance"),
		).not.toBe("");
	});

	test("the nastiest names add no header, no recipient and no part of a page", async () => {
		const it = await sink();
		const server = `smtp://127.0.0.1:${it.port}`;
		const outlet = outletOf("email", { server, ...people });
		for (const name of nasty) {
			const notice = noticeOf([stopped(name)], { rule: name, text: name });
			expect((await outlet.send(notice, withinMs)).isTaken).toBe(true);
		}
		expect(it.mails).toHaveLength(nasty.length);
		for (const mail of it.mails) {
			expect(mail.to).toEqual(people.to);
			const names = headOf(mail).map((line) =>
				line.split(":")[0]?.toLowerCase(),
			);
			expect(names).not.toContain("bcc");
			expect(new Set(names).size).toBe(names.length);
			const { html } = readOf(mail);
			const tags = [...html.matchAll(/<\/?([a-z0-9!]+)/g)].map(
				([, tag]) => tag,
			);
			const usual = [
				"a",
				"body",
				"h1",
				"head",
				"hr",
				"html",
				"meta",
				"p",
				"small",
				"title",
				"!doctype",
			];
			expect(tags.filter((tag) => !usual.includes(tag ?? ""))).toEqual([]);
			expect(html).not.toMatch(/<[^>]* on[a-z]+=|href="(?!https:)/);
		}
	});
});

describe("signing in", () => {
	const sign = { user: "tide", password: canary };

	test.each([
		["from the first byte", true],
		["by STARTTLS", false],
	])("happens only behind TLS, %s", async (_, isSecure) => {
		const it = await sink({ ...sign, isSecure, tls: await tlsOf("broker") });
		const scheme = isSecure ? "smtps" : "smtp";
		const server = `${scheme}://127.0.0.1:${it.port}`;
		const written = { server, ...people, ...sign };
		const outlet = outletOf("email", written, await trusting());
		expect(await outlet.send(noticeOf([stopped()]), withinMs)).toMatchObject({
			isTaken: true,
		});
		expect(it.mails[0]).toMatchObject({ isSecure: true, user: "tide" });
		const within = `${scheme}://tide:${canary}@127.0.0.1:${it.port}`;
		const other = outletOf(
			"email",
			{ server: within, ...people },
			await trusting(),
		);
		expect((await other.send(noticeOf([stopped()]), withinMs)).isTaken).toBe(
			true,
		);
		expect(other.address).toBe(`${server}: ops@example.org`);
	});

	test("refused is told as that, and the password is in no word of it", async () => {
		const it = await sink({
			...sign,
			user: "else",
			isSecure: true,
			tls: await tlsOf("broker"),
		});
		const server = `smtps://127.0.0.1:${it.port}`;
		const outlet = outletOf(
			"email",
			{ server, ...people, ...sign },
			await trusting(),
		);
		const answer = await outlet.send(noticeOf([stopped()]), withinMs);
		expect(answer).toMatchObject({ code: "sign-in refused", again: true });
		expect(String(answer.values.detail)).toMatch(/^535 .*•••/);
		expect(JSON.stringify(answer)).not.toContain(canary);
		expect(it.mails).toEqual([]);
	});

	test("a server without TLS is not shown the password", async () => {
		const it = await sink(sign);
		const server = `smtp://127.0.0.1:${it.port}`;
		const outlet = outletOf("email", { server, ...people, ...sign });
		const answer = await outlet.send(noticeOf([stopped()]), withinMs);
		expect(answer).toMatchObject({ isTaken: false, code: "not trusted" });
		expect(it.mails).toEqual([]);
	});

	test.each(["foreign", "stale"])(
		"a certificate that is %s is not trusted, either way",
		async (name) => {
			for (const isSecure of [true, false]) {
				const it = await sink({ isSecure, tls: await tlsOf(name) });
				const server = `${isSecure ? "smtps" : "smtp"}://127.0.0.1:${it.port}`;
				const outlet = outletOf(
					"email",
					{ server, ...people },
					await trusting(),
				);
				const answer = await outlet.send(noticeOf([stopped()]), withinMs);
				expect(answer).toMatchObject({ isTaken: false, code: "not trusted" });
				expect(it.mails).toEqual([]);
			}
		},
	);
});

describe("a server that does not take it", () => {
	const sending = async (
		prepare: (it: Awaited<ReturnType<typeof sink>>) => void,
		deadlineMs = withinMs,
	) => {
		const it = await sink();
		prepare(it);
		const server = `smtp://127.0.0.1:${it.port}`;
		const outlet = outletOf("email", { server, ...people });
		return outlet.send(noticeOf([stopped()]), deadlineMs);
	};

	test("for now is asked again, with what it said", async () => {
		const refusal = { code: 451, said: "greylisted, come back" };
		const answer = await sending((it) => it.refuse("recipient", refusal));
		expect(answer).toMatchObject({ code: "busy", again: true });
		expect(answer.values).toMatchObject({ code: 451 });
		expect(String(answer.values.said)).toContain("greylisted");
	});

	test("ever is not asked again", async () => {
		const refusal = { code: 550, said: "no such user" };
		for (const at of ["recipient", "mail"] as const)
			expect(await sending((it) => it.refuse(at, refusal))).toMatchObject({
				...{ code: "turned down", again: false, values: { code: 550 } },
			});
	});

	test("and closes, or says nothing, is told as that", async () => {
		expect(await sending((it) => it.hangUp())).toMatchObject({
			...{ code: "closed midway", again: true },
		});
		expect(await sending((it) => it.fallSilent(), 300)).toMatchObject({
			...{ code: "no answer in time", again: true },
		});
		const busy = { code: 421, said: "too many" };
		expect(await sending((it) => it.refuse("greeting", busy))).toMatchObject({
			...{ isTaken: false, again: true },
		});
	});

	test("for one of several people has taken it for the others, and that is told", async () => {
		const it = await sink();
		const [ops, lead] = ["ops@example.org", "lead@example.org"];
		it.refuse("recipient", { code: 550, said: "no such user", of: lead });
		const server = `smtp://127.0.0.1:${it.port}`;
		const outlet = outletOf("email", { server, ...people, to: [ops, lead] });
		const answer = await outlet.send(noticeOf([stopped()]), withinMs);
		expect(answer).toMatchObject({ isTaken: true, code: "taken" });
		expect(String(answer.values.said)).toMatch(/\(not to lead@example\.org\)$/);
		expect(it.mails[0]?.to).toEqual([ops]);
	});
});

test("a mail server inside is not spoken to unless it is allowed", async () => {
	const it = await sink();
	for (const host of [
		"127.0.0.1",
		"2130706433",
		"localhost",
		"[::ffff:127.0.0.1]",
	]) {
		const server = `smtp://${host}:${it.port}`;
		const outlet = outletOf("email", { server, ...people }, nowhere);
		const answer = await outlet.send(noticeOf([stopped()]), withinMs);
		expect(answer).toMatchObject({ code: "address not allowed" });
	}
	expect(it.connections()).toBe(0);
	expect(parts.requests.ca).toBe(null);
});
