// Who asked, who said yes, when, from where and why? As it is written down.
import type { ReactNode } from "react";
import { shown } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { DoneReply } from "#lib/wire/activity.ts";

export function Record({ errand }: { readonly errand: DoneReply }) {
	const { activity: said } = useWords();
	const approval =
		errand.verb === "clean up" ? errand.undertaking?.approval : null;
	return (
		<section>
			<h2 className="h-sec">{said.record}</h2>
			<dl className="kv">
				<Line name={said.askedBy}>
					<Person name={errand.by} at={errand.asked} />
				</Line>
				{approval && (
					<>
						<Line name={said.approvedBy}>
							<Person name={approval.by} at={approval.at} />
						</Line>
						{approval.from !== null && (
							<Line name={said.from}>
								<code>{shown(approval.from)}</code>
							</Line>
						)}
						<Line name={said.reason}>
							{approval.why ? (
								<bdi>{shown(approval.why)}</bdi>
							) : (
								<span className="q">{said.noReason}</span>
							)}
						</Line>
					</>
				)}
				{errand.verb !== "clean up" && errand.why !== null && (
					<Line name={said.reason}>
						<bdi>{shown(errand.why)}</bdi>
					</Line>
				)}
				<Line name={said.signIn}>
					<code>{errand.from}</code>
				</Line>
				<Line name={said.errand}>
					<code>{errand.id}</code>
				</Line>
			</dl>
		</section>
	);
}

const Line = (props: {
	readonly name: string;
	readonly children: ReactNode;
}) => (
	<div>
		<dt>{props.name}</dt>
		<dd>{props.children}</dd>
	</div>
);

function Person(props: { readonly name: string; readonly at: string }) {
	const { numbers } = useWords();
	const { name, at } = props;
	return (
		<>
			<bdi>{shown(name)}</bdi>,{" "}
			<time dateTime={at}>{numbers.wholly(Date.parse(at))}</time>
		</>
	);
}
