// What was counted, and what is counted then? Before and after, side by side.
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { Unknown } from "#components/ui/unknown.tsx";
import type { Amount } from "#lib/core/amount.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { PlanReply } from "#lib/wire/clean-up-plan.ts";

type Figure = PlanReply["figures"][number];

export function Figures(props: {
	readonly figures: readonly Figure[];
	readonly title: string;
	readonly before?: string;
	readonly after?: string;
}) {
	const { figures: names, plan } = useWords().cleanUp;
	const { figures, title, before = plan.now, after = plan.after } = props;
	if (figures.length === 0) return null;
	return (
		<table className="ba">
			<thead>
				<tr>
					<th scope="col">{title}</th>
					<th scope="col" className="num">
						{before}
					</th>
					<td />
					<th scope="col" className="num">
						{after}
					</th>
				</tr>
			</thead>
			<tbody>
				{figures.map((figure) => {
					const same =
						figure.before?.n === figure.after?.n &&
						figure.before?.bound === figure.after?.bound;
					return (
						<tr key={figure.code}>
							<th scope="row">{names[figure.code]}</th>
							<td className="num">
								<Counted amount={figure.before} />
							</td>
							<td className="ar">
								{!same && <Icon path={glyphs.to} size="xs" />}
							</td>
							<td className={same ? "num q" : "num b"}>
								<Counted amount={figure.after} />
							</td>
						</tr>
					);
				})}
			</tbody>
		</table>
	);
}

function Counted({ amount }: { readonly amount: Amount | null }) {
	const { numbers } = useWords();
	return amount === null ? (
		<Unknown why={numbers.notKnown} />
	) : (
		numbers.amount(amount)
	);
}
