// What has to be known before somebody says yes? What loses messages stands first and in red, the rest where undoing is told.
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { known } from "#lib/say/clean-up-sentence.ts";
import { capital } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { PlanReply } from "#lib/wire/clean-up-plan.ts";

type Warning = PlanReply["warnings"][number];

const graveCodes: readonly Warning["code"][] = [
	...(["never processed", "readers unseen"] as const),
	"holds up server",
];

const isGrave = (plan: PlanReply, { code }: Warning): boolean =>
	plan.risk === "loses messages" && graveCodes.includes(code);

/** Of several, what is said of each. */
export function Grave({ plans }: { readonly plans: readonly PlanReply[] }) {
	const { warnings: say, risks, effects } = useWords().cleanUp;
	if (plans.every(({ risk }) => risk !== "loses messages")) return null;
	const said = plans.flatMap((plan) =>
		plan.warnings
			.filter((warning) => isGrave(plan, warning))
			.map(({ code, values }) => say[code](known(values))),
	);
	const skipped = plans.flatMap(({ effects: all }) =>
		all.filter(({ code }) => code === "skip"),
	);
	const told = skipped.length === 1 ? skipped : [];
	return (
		<div className="note l-losing">
			<Icon path={glyphs.warn} />
			<span>
				<b>
					{told.length === 0
						? sentence(risks["loses messages"])
						: capital(
								told
									.flatMap(({ code, values }) => effects[code](known(values)))
									.join(""),
							)}
				</b>{" "}
				{[...new Set(said)].slice(0, saidMost).join(" ")}
			</span>
		</div>
	);
}

const saidMost = 3;

export function Warnings({ plan }: { readonly plan: PlanReply }) {
	const { warnings: say } = useWords().cleanUp;
	const said = plan.warnings
		.filter((warning) => !isGrave(plan, warning))
		.map(({ code, values }) => ({ code, text: say[code](known(values)) }));
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

const sentence = (text: string): string => `${capital(text)}.`;
