// How will a notice of this rule read? In the very words the outlets send.
import type { Rule } from "#lib/core/alert/rule.ts";
import { noticeText } from "#lib/say/notice-text.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { AlertReply } from "#lib/wire/alerts.ts";
import { noticeOf } from "./notice-example.ts";

export function NoticePreview(props: {
	readonly rule: Rule;
	readonly firing: readonly AlertReply[];
	readonly nowMs: number;
}) {
	const { rules, language } = useWords();
	const { rule, firing, nowMs } = props;
	const { notice: said } = rules;
	const now = firing.find((alert) => alert.rule === rule.name) ?? null;
	// To the minute, so that it does not change under whoever reads it.
	const atMs = Math.floor(nowMs / 60_000) * 60_000;
	const text = noticeText(noticeOf(rule, now, atMs), { url: "", language });
	const verdict =
		now?.last.verdict ??
		(rule.when.is === "verdict" ? rule.when.atLeast : "none");
	const [item] = text.items;
	return (
		<section className="notice" aria-labelledby="rule-notice">
			<h3 className="h-sec" id="rule-notice">
				{said.title}
			</h3>
			<blockquote className={`l-${verdict}`}>
				<p className="b">{text.title}</p>
				<p>{item?.lines.join(" ")}</p>
				{text.lines.map((line) => (
					<p key={line}>{line}</p>
				))}
				<p className="q">
					{[...(item?.links ?? []), ...text.links]
						.map(({ label }) => label)
						.join(" · ")}
				</p>
			</blockquote>
			{now === null && <p className="q">{said.example}</p>}
		</section>
	);
}
