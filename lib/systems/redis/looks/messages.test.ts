// Is what a message says cut to what a screen can show, and never to something it does not say?
import { expect, test } from "vitest";
import { contentsMax } from "#lib/core/pending.ts";
import type { Held } from "./held.ts";
import { cut, messagesOf } from "./messages.ts";

test.each([
	["a short text is whole", "order 7", 100, "order 7", 0],
	["a long one is cut, and says by how much", "abcdef", 4, "abcd", 2],
	[
		"a letter of three bytes is kept or left out, never halved",
		"한글",
		5,
		"한",
		3,
	],
	["at its very end it is kept", "한글", 6, "한글", 0],
	[
		"what is no text is written as bytes",
		Buffer.from([0x61, 0xff]),
		9,
		"a\\xff",
		0,
	],
	[
		"bytes that look like the middle of letters are cut all the same",
		Buffer.alloc(9, 0x80),
		8,
		"\\x80".repeat(5),
		4,
	],
	["nothing is nothing", "", 5, "", 0],
])("%s", (_title, bytes, most, text, bytesLeftOut) => {
	expect(cut(Buffer.from(bytes), most)).toEqual({ text, bytesLeftOut });
});

/** A server in which every message is the same, and which counts what it was asked for. */
function server(fields: readonly Buffer[]) {
	const asked: string[] = [];
	const held: Pick<Held, "messages"> = {
		async messages(ids) {
			asked.push(...ids);
			return ids.map((id) => ({ error: null, reply: [[id, fields]] }));
		},
	};
	return { held, asked };
}
const ids = Array.from({ length: 100 }, (_, i) => `${i}-0`);

test("small messages are all looked at, and what they say is left where nobody asked", async () => {
	const { held, asked } = server([Buffer.from("n"), Buffer.from("123")]);
	const messages = await messagesOf(held, ids, false);
	expect(messages).toHaveLength(100);
	for (const message of messages)
		expect(message).toEqual({ kept: true, bytes: 4, contents: null });
	expect(asked).toEqual(ids);
});

test("large ones are looked at until enough has come; the others are not known", async () => {
	const { held, asked } = server([Buffer.from("n"), Buffer.alloc(400_000)]);
	const messages = await messagesOf(held, ids, false);
	expect(asked).toHaveLength(4);
	expect(messages[3]).toMatchObject({ kept: true, bytes: 400_001 });
	expect(messages[4]).toEqual({ kept: null, bytes: null, contents: null });
});

test("of a message with very many fields the first are shown, and how many are not", async () => {
	const many = Array.from({ length: 2_000 }, (_, i) => Buffer.from(`${i}`));
	const { held } = server(many);
	const [message] = await messagesOf(held, ["1-0"], true);
	expect(message?.contents?.fields).toHaveLength(contentsMax.fields);
	expect(message?.contents?.fieldsLeftOut).toBe(1_000 - contentsMax.fields);
});
