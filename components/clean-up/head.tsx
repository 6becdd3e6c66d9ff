// What is this about, and how old is what it rests on? The heading of the dialog.
import type { RefObject } from "react";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { shown } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { CleanUpReply, TargetReply } from "#lib/wire/clean-up.ts";
import { useWhole } from "./use-whole.ts";
import type { View } from "./view.ts";
import type { PlanWish } from "./wish.ts";

export function Head(props: {
	readonly heading: RefObject<HTMLHeadingElement | null>;
	readonly title: string;
	readonly view: View;
	readonly errand: CleanUpReply | null;
	readonly nowMs: number;
}) {
	const { heading, title, view, errand, nowMs } = props;
	const targets = errand?.undertaking?.targets ?? [];
	const [first] = targets;
	return (
		<header className="d-head">
			<h2 id="clean-up-title" ref={heading} tabIndex={-1}>
				{(view === "outcome" || view === "changed") && errand && (
					<EndIcon state={errand.state} />
				)}
				{title}
			</h2>
			<div className="where">
				{errand !== null && first !== undefined && targets.length === 1 && (
					<Where of={first} action={errand.cleanUp.action} />
				)}
				{errand && <Fresh {...{ view, errand, nowMs }} />}
			</div>
		</header>
	);
}

const EndIcon = ({ state }: { readonly state: CleanUpReply["state"] }) => (
	<span className={state === "done" ? "ok" : "no"}>
		<Icon path={state === "done" ? glyphs.check : glyphs.warn} size="m" />
	</span>
);

export function Where(props: {
	readonly of: TargetReply;
	readonly action: PlanWish["action"];
}) {
	const { cleanUp: words } = useWords();
	const { of, action } = props;
	const { channel, group, broker, kind } = of.subscription;
	const isWhole = useWhole(action)(kind);
	return (
		<span className="d-where">
			<bdi className="m">
				{shown(isWhole && group !== null ? group : channel)}
			</bdi>
			{group !== null && !isWhole && (
				<>
					<Icon path={glyphs.to} size="xs" />
					<bdi>{shown(group)}</bdi>
				</>
			)}
			<span className="q">
				{words.plan.on} <bdi>{shown(broker)}</bdi>
			</span>
		</span>
	);
}

function Fresh(props: {
	readonly view: View;
	readonly errand: CleanUpReply;
	readonly nowMs: number;
}) {
	const { cleanUp: words } = useWords();
	const { view, errand, nowMs } = props;
	const { undertaking, ended } = errand;
	if (undertaking === null) return null;
	const { approval, started } = undertaking;
	const seconds = (iso: string, toMs = nowMs) =>
		Math.max(0, (toMs - Date.parse(iso)) / 1_000);
	if (view === "plan") {
		const seen = undertaking.targets.flatMap(({ plan }) => plan?.at ?? []);
		const oldest = seen.toSorted()[0] ?? undertaking.planned;
		const left = (Date.parse(undertaking.expires) - nowMs) / 1_000;
		return (
			<span className="fresh">
				<Icon path={clockGlyph} />
				{words.plan.fresh(seconds(oldest), left)}
			</span>
		);
	}
	if (approval === null) return null;
	const by = words.course.by(shown(approval.by));
	if (started === null) return <span className="fresh">{by}</span>;
	const took =
		ended === null
			? words.course.started(seconds(started))
			: words.course.took(seconds(started, Date.parse(ended)));
	return <span className="fresh">{`${took}, ${by}`}</span>;
}

const clockGlyph =
	"M8 2.3a5.7 5.7 0 1 1 0 11.4A5.7 5.7 0 0 1 8 2.3zM8 5v3.2l2 1.3";
