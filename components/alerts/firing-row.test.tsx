// What does somebody see of an alert that fires, and of one that is not about a subscription?
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { Condition } from "#lib/core/alert/rule.ts";
import { SpokenEn } from "#lib/say/en/spoken.tsx";
import { SpokenKo } from "#lib/say/ko/spoken.tsx";
import type { AlertReply } from "#lib/wire/alerts.ts";
import { FiringRow } from "./firing-row.tsx";
import { alertOf, at, noon, seen, toldOf } from "./for-tests.ts";

function shown(
	over: Partial<AlertReply>,
	it: { mayTend?: boolean; when?: Condition; korean?: boolean } = {},
) {
	const Spoken = it.korean ? SpokenKo : SpokenEn;
	const html = renderToStaticMarkup(
		<QueryClientProvider client={new QueryClient()}>
			<Spoken>
				<FiringRow
					alert={alertOf(over)}
					systems={[]}
					nowMs={noon}
					whenOf={() => it.when ?? null}
					mayTend={it.mayTend ?? true}
				/>
			</Spoken>
		</QueryClientProvider>,
	);
	const text = html.replaceAll(/<[^>]+>/g, " ").replaceAll(/[\s\u00a0]+/g, " ");
	return { html, text };
}

describe("an alert that fires", () => {
	test("says what, why, by which rule, and who was not reached", () => {
		const { text, html } = shown({
			told: [toldOf(), toldOf({ outlet: "mail", state: "given up" })],
		});
		expect(text).toMatch(/stalled .*orders .*billing .*eu .*20 min/);
		expect(text).toContain("Rule “stalled” · told oncall");
		expect(text).toContain("mail not reached, given up");
		expect(html).toContain(`href="/subscriptions/${"a".repeat(43)}"`);
	});

	test("leads to the plan of the clean-up that fits", () => {
		const { html, text } = shown({ last: { ...seen, action: "remove" } });
		expect(html).toContain(`/subscriptions/${"a".repeat(43)}?do=remove"`);
		expect(text).toContain("Remove dead members…");
	});

	test("of a number tells what it is now beside what it may be", () => {
		const last = { ...seen, n: 1_240 };
		const when = { is: "measure", of: "lag", n: 1_000 } as const;
		expect(shown({ last }, { when }).text).toContain(
			"The lag is over 1,000: 1,240",
		);
	});

	test("that somebody took on says who, and is not offered again", () => {
		const acknowledged = { by: "mina", at: at(5), why: "on it" };
		const { text } = shown({ acknowledged, held: "acknowledged" });
		expect(text).toMatch(/mina took it on at \d\d:\d\d: on it/);
		expect(text).not.toContain("Acknowledge");
	});

	test("can be muted by its filter, unless it is about no subscription", () => {
		const outlet = { is: "outlet", outlet: "mail" } as const;
		const none = { ...seen, verdict: null, reason: null };
		const { text } = shown({ target: outlet, first: none, last: none });
		expect(shown({}).text).toContain("Mute…");
		expect(text).toContain("outlet mail");
		expect(text).toContain("Takes nothing it is sent");
		expect(text).not.toContain("Mute…");
	});

	test("may be looked at by whoever may not change anything, with the reason", () => {
		const { html } = shown({}, { mayTend: false });
		expect(html.match(/aria-disabled="true"/g)).toHaveLength(2);
		expect(html).toContain("Needs the role operator or admin");
	});

	test("speaks Korean", () => {
		expect(shown({}, { korean: true }).text).toContain("규칙 “stalled”");
	});
});
