// What does somebody see who comes back to a subscription that is gone, and beside one that is odd?
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Problem } from "#lib/core/problem.ts";
import { SpokenEn } from "#lib/say/en/spoken.tsx";
import type { Values } from "#lib/say/words/words.ts";
import { Notes } from "./notes.tsx";
import { Subscription } from "./subscription.tsx";

const shownWith = (values: Values) => {
	const problem = new Problem("not found", "subscription gone", values);
	const now = { reply: null, clock: null, failing: false, problem };
	return renderToStaticMarkup(
		<SpokenEn>
			<Subscription now={now} />
		</SpokenEn>,
	);
};

test("a subscription that is gone says what it was, why and when it went", () => {
	const html = shownWith({
		...{ broker: "shop", channel: "orders", group: "<b>billing</b>" },
		...{ why: "expired", at: "2026-11-21T12:00:00.000Z" },
	});
	expect(html).toContain("orders");
	expect(html).toContain("&lt;b&gt;billing&lt;/b&gt;");
	expect(html).toMatch(/2026.*the broker forgot its positions/);
});

test("one that nobody remembers says that it may never have been", () => {
	const html = shownWith({});
	expect(html).toContain("watched under another name");
	expect(html).not.toContain("gone-names");
});

test("what is noted stands there as sentences, and nothing stands there without notes", () => {
	const html = renderToStaticMarkup(
		<SpokenEn>
			<Notes
				notes={[
					{ code: "set back", values: { messages: 6 } },
					{ code: "compacted", values: {} },
				]}
			/>
			<Notes notes={[]} />
		</SpokenEn>,
	);
	expect(html.replaceAll("\u00a0", " ")).toContain("back by 6 messages");
	expect(html.match(/<li/g)).toHaveLength(2);
	expect(html.match(/<ul/g)).toHaveLength(1);
});
