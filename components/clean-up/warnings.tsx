// What has to be known before somebody says yes? What loses messages stands first and in red, the rest where undoing is told.
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { known } from "#lib/say/clean-up-sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { PlanReply } from "#lib/wire/clean-up.ts";

const grave: readonly PlanReply["warnings"][number]["code"][] = [
	...(["never processed", "readers unseen"] as const),
	"holds up server",
];

export function Warnings(props: {
	readonly plan: PlanReply;
	readonly isGrave: boolean;
}) {
	const { warnings: say, risks } = useWords().cleanUp;
	const { plan, isGrave } = props;
	const loses = plan.risk === "loses messages";
	const said = plan.warnings
		.filter(({ code }) => (loses && grave.includes(code)) === isGrave)
		.map(({ code, values }) => ({ code, text: say[code](known(values)) }));
	if (isGrave && !loses) return null;
	if (isGrave)
		return (
			<div className="note l-losing">
				<Icon path={glyphs.warn} />
				<span>
					<b>{sentence(risks[plan.risk])}</b>{" "}
					{said.map(({ text }) => text).join(" ")}
				</span>
			</div>
		);
	if (said.length === 0) return null;
	return (
		<ul className="d-warnings">
			{said.map(({ code, text }) => (
				<li key={code}>
					<Icon path={glyphs.warn} />
					<span>{text}</span>
				</li>
			))}
		</ul>
	);
}

const sentence = (text: string): string =>
	`${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
