// Which groups of this broker are no row of the board, what are they, and who is in them?
import { Fragment, useId, useState } from "react";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { Unknown } from "#components/ui/unknown.tsx";
import { brief, shown } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { BrokerPageReply, BystanderReply } from "#lib/wire/broker.ts";
import { BesideMembers } from "./beside-members.tsx";

export function Beside(props: {
	readonly bystanders: BrokerPageReply["bystanders"];
	readonly isHeard: boolean;
}) {
	const { brokerPage: words } = useWords();
	const { groups, leftOut } = props.bystanders;
	return (
		<section className="beside">
			<h2 className="h-sec">{words.beside}</h2>
			<p className="beside-why">
				{groups.length > 0
					? words.besideWhy
					: props.isHeard
						? words.besideNone
						: words.besideNotHeard}
			</p>
			{groups.length > 0 && <BesideTable groups={groups} />}
			{leftOut > 0 && <p className="beside-why">{words.leftOut(leftOut)}</p>}
		</section>
	);
}

export function BesideTable(props: {
	readonly groups: readonly BystanderReply[];
}) {
	const { brokerPage: words } = useWords();
	const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
	const turn = (name: string) => {
		const now = new Set(opened);
		if (!now.delete(name)) now.add(name);
		setOpened(now);
	};
	return (
		<table className="list beside-list" aria-label={words.beside}>
			<thead>
				<tr>
					<th scope="col">{words.columns.group}</th>
					<th scope="col">{words.columns.kind}</th>
					<th scope="col">{words.columns.state}</th>
					<th scope="col" className="num">
						{words.columns.members}
					</th>
				</tr>
			</thead>
			<tbody>
				{props.groups.map((group) => (
					<Group
						key={group.name}
						group={group}
						isOpen={opened.has(group.name)}
						onTurn={() => turn(group.name)}
					/>
				))}
			</tbody>
		</table>
	);
}

function Group(props: {
	readonly group: BystanderReply;
	readonly isOpen: boolean;
	readonly onTurn: () => void;
}) {
	const { brokerPage: words, numbers } = useWords();
	const { group, isOpen, onTurn } = props;
	const id = useId();
	const { registered, members } = group;
	const isOpenable = members.length > 0;
	const count =
		registered === null ? (
			<Unknown why={numbers.notKnown} />
		) : (
			numbers.count(registered)
		);
	return (
		<Fragment>
			<tr className={group.stale ? "old" : ""}>
				<th scope="row" title={shown(group.name)}>
					<bdi className="m">{brief(group.name)}</bdi>
					{group.stale && <span className="q"> · {words.stale}</span>}
				</th>
				<Told text={group.kind} />
				<Told text={group.state} />
				<td className="num">
					{isOpenable ? (
						<button
							type="button"
							aria-expanded={isOpen}
							aria-controls={id}
							aria-label={`${words.membersOf(brief(group.name))}: ${registered === null ? numbers.notKnown : numbers.count(registered)}`}
							onClick={onTurn}
						>
							{count}
							<Icon path={glyphs.open} size="xs" />
						</button>
					) : (
						count
					)}
				</td>
			</tr>
			{isOpenable && (
				<tr id={id} hidden={!isOpen}>
					<td colSpan={4} className="beside-members">
						{isOpen && <BesideMembers group={group} />}
					</td>
				</tr>
			)}
		</Fragment>
	);
}

function Told(props: { readonly text: string | null }) {
	const { numbers } = useWords();
	return (
		<td>
			{props.text === null ? (
				<Unknown why={numbers.notKnown} />
			) : (
				<bdi>{brief(props.text)}</bdi>
			)}
		</td>
	);
}
