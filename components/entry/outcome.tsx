"use client";
// What came of a test? What was found and the lines that connect it, or one sentence that says what is wrong and what to try.
import { Copy } from "#components/ui/copy.tsx";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import type { ProblemDetail } from "#lib/core/problem.ts";
import {
	checkSentence,
	problemSentence,
	troubleSentence,
} from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { SystemReply } from "#lib/wire/board.ts";
import type { FindingReply } from "#lib/wire/errand.ts";
import { Connect } from "./connect.tsx";
import { isFound, placeIn, subscriptionsIn, systemOf } from "./told.ts";
import type { Tried } from "./use-try.ts";

export function Outcome(props: {
	readonly tried: Tried;
	readonly address: string;
	readonly systems: readonly SystemReply[];
}) {
	const { tried, address, systems } = props;
	const { entry } = useWords();
	if (tried.state === "asking")
		return (
			<p className="asking">
				{entry.asking(placeIn(address).replace(/^.*@/, ""))}
			</p>
		);
	if (tried.state === "refused") return <Refused problem={tried.problem} />;
	const [finding] = tried.findings;
	if (finding === undefined) return null;
	if (!isFound(tried)) return <Failed finding={finding} />;
	return (
		<>
			<Found finding={finding} systems={systems} />
			<Connect finding={finding} address={address} />
		</>
	);
}

function Found(props: {
	readonly finding: FindingReply;
	readonly systems: readonly SystemReply[];
}) {
	const { finding, systems } = props;
	const { entry, language } = useWords();
	const system = systemOf(systems, finding.system);
	const label = system?.label ?? finding.system;
	if (finding.trouble !== null)
		return (
			<ul className="tests">
				<Line text={entry.wantsSignIn} />
				<Line text={entry.signInLater} warns />
			</ul>
		);
	const { version, kinds, complete } = finding;
	const n = subscriptionsIn(finding);
	// A version may begin with the name of a relative of the system.
	const name =
		version === null
			? label
			: /^\d/.test(version)
				? `${label} ${version}`
				: version;
	const parts = kinds.map(({ kind, channels }) =>
		entry.ofKind(channels, system?.kinds[kind]?.channel[language] ?? kind),
	);
	return (
		<ul className="tests">
			<Line text={entry.answers(name)} />
			{n === 0 ? (
				<Line text={entry.foundNone} />
			) : (
				<Line strong={entry.found(n, complete)} text={parts.join(", ")} />
			)}
		</ul>
	);
}

function Line(props: {
	readonly text: string;
	readonly strong?: string;
	readonly warns?: boolean;
}) {
	const { text, strong, warns = false } = props;
	return (
		<li className={warns ? "l-stalled" : "l-healthy"}>
			<Icon path={warns ? glyphs.warn : glyphs.check} />
			<span>
				{strong !== undefined && <b>{strong}: </b>}
				{text}
			</span>
		</li>
	);
}

/** Never in the far side's own words: whoever asks could otherwise read what an address inside the network says. */
function Failed(props: { readonly finding: FindingReply }) {
	const words = useWords();
	const { address, trouble } = props.finding;
	const says = words.entry.failed(
		placeIn(address),
		troubleSentence(words, trouble),
	);
	const check = checkSentence(words, trouble);
	return (
		<>
			<div className="note l-losing" role="alert">
				<Icon path={glyphs.warn} />
				<div>
					<b>
						<bdi>{says}</bdi>
					</b>
					<p>
						<b>{words.entry.whatToTry}</b> {check}
					</p>
				</div>
			</div>
			<p className="alt">
				<Copy
					text={[address, says, check, trouble].join("\n")}
					copy={words.entry.details}
					copied={words.entry.copied}
				/>
			</p>
		</>
	);
}

function Refused(props: { readonly problem: ProblemDetail }) {
	const words = useWords();
	return (
		<div className="note l-losing" role="alert">
			<Icon path={glyphs.warn} />
			<p>{problemSentence(words, props.problem)}</p>
		</div>
	);
}
