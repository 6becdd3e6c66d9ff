"use client";
// How old is what is held, how often was it delivered, and by whom is it held? Four calm pictures, and how sure they are.
import type { Counted } from "#components/charts/spread.ts";
import { Spread } from "#components/charts/spread.tsx";
import { useWidth } from "#components/ui/width.ts";
import { ageBoundsMs } from "#lib/core/survey.ts";
import { brief, shown } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { SurveyReply } from "#lib/wire/pending.ts";

const holdersShown = 5;
/** Wider letters than Latin ones are cut at the bar. */
const lettersShown = 13;

export function Pictures(props: {
	readonly survey: SurveyReply;
	readonly usualSeconds: number | null;
}) {
	const { pending: words, numbers } = useWords();
	const { survey, usualSeconds } = props;
	const { bound } = survey;
	const spans = (names: readonly string[], counts: readonly number[]) =>
		names.map((name, i) => ({ name, n: counts[i] ?? 0 }));
	const after = usualSeconds === null ? null : usualAfter(usualSeconds * 1_000);
	const rule =
		after === null || usualSeconds === null
			? null
			: {
					after,
					said: words.longerThanUsual(numbers.largest(usualSeconds)),
				};
	const isDated = survey.written.some((n) => n > 0);
	return (
		<div className="pending-pictures">
			<Holders survey={survey} />
			<Picture
				title={words.idle}
				counts={spans(words.ages, survey.idle)}
				bound={bound}
				rule={rule}
			/>
			{isDated && (
				<Picture
					title={words.written}
					counts={spans(words.ages, survey.written)}
					bound={bound}
				/>
			)}
			<Picture
				title={words.deliveries}
				counts={spans(words.times, survey.deliveries)}
				bound={bound}
			/>
		</div>
	);
}

/** After how many spans everything is longer than usual; null where even the last may not be. */
export function usualAfter(usualMs: number): number | null {
	const place = ageBoundsMs.findIndex((bound) => bound >= usualMs);
	return place < 0 ? null : place + 1;
}

/** Who holds how much is always known exactly. */
function Holders({ survey }: { readonly survey: SurveyReply }) {
	const { pending: words } = useWords();
	const { holders, holdersTotal, total } = survey;
	const shownOnes = holders.slice(0, holdersShown);
	const others = holdersTotal - shownOnes.length;
	const theirs = shownOnes.reduce((sum, { holding }) => sum + holding, 0);
	return (
		<Picture
			title={words.holders}
			counts={shownOnes.map(({ member, holding }) => ({
				name: shown(member),
				short: brief(member, lettersShown),
				n: holding,
			}))}
			bound="exact"
			note={
				others > 0 && total > theirs
					? words.othersHold(others, total - theirs)
					: ""
			}
		/>
	);
}

function Picture(props: {
	readonly title: string;
	readonly counts: readonly Counted[];
	readonly bound: SurveyReply["bound"];
	readonly note?: string;
	readonly rule?: { readonly after: number; readonly said: string } | null;
}) {
	const { numbers } = useWords();
	const [place, width] = useWidth();
	const { title, counts, bound, note = "", rule = null } = props;
	const amount = (n: number) =>
		n === 0 ? numbers.count(0) : numbers.amount({ n, bound });
	const said = counts.map(({ name, n }) => `${name}: ${amount(n)}`);
	return (
		<div className="picture" ref={place}>
			<h3>{title}</h3>
			<Spread
				counts={counts}
				label={`${title}. ${said.join(", ")}`}
				width={Math.min(width, 420)}
				amount={amount}
				rule={rule}
			/>
			{note !== "" && <p className="look-note">{note}</p>}
		</div>
	);
}

export function HowSure(props: {
	readonly survey: SurveyReply;
	/** Each is counted, or was. */
	readonly whole: boolean;
	readonly onCount: (whole: boolean) => void;
}) {
	const { pending: words } = useWords();
	const { survey, whole, onCount } = props;
	const { seen, total, bound, counted, deliveriesMax, idleMaxMs } = survey;
	const isExact = bound === "exact";
	const counting = whole && !isExact;
	const how = isExact
		? words.counted(total)
		: counted === null
			? words.about(seen, total)
			: words.counting(counted, total);
	return (
		<p className="pending-how">
			<span aria-live={counting ? "off" : "polite"}>{how}</span>
			{deliveriesMax !== null && idleMaxMs !== null && (
				<span>
					{words.most(deliveriesMax, {
						...idleMaxMs,
						n: idleMaxMs.n / 1_000,
					})}
				</span>
			)}
			{(whole || !isExact) && (
				<button
					type="button"
					className="btn small"
					onClick={() => onCount(!counting)}
				>
					{counting ? words.stop : whole ? words.countAgain : words.countAll}
				</button>
			)}
		</p>
	);
}
