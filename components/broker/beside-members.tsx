// Who is in a group that is no row? As the broker lists them, the first of many.
import { Unknown } from "#components/ui/unknown.tsx";
import { brief, shown } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { BystanderReply } from "#lib/wire/broker.ts";

export function BesideMembers(props: { readonly group: BystanderReply }) {
	const { brokerPage: words, subscription } = useWords();
	const { name, members, registered } = props.group;
	const further = (registered ?? members.length) - members.length;
	return (
		<>
			<table className="list" aria-label={words.membersOf(brief(name))}>
				<thead>
					<tr>
						<th scope="col">{subscription.columns.member}</th>
						<th scope="col">{subscription.columns.client}</th>
						<th scope="col">{subscription.columns.host}</th>
					</tr>
				</thead>
				<tbody>
					{members.map((member) => (
						<tr key={member.name}>
							<th scope="row" title={shown(member.name)}>
								<bdi>{brief(member.name)}</bdi>
							</th>
							<Text text={clientOf(member)} />
							<Text text={member.host} />
						</tr>
					))}
				</tbody>
			</table>
			{further > 0 && (
				<p className="beside-why">{words.furtherMembers(further)}</p>
			)}
		</>
	);
}

type Member = BystanderReply["members"][number];

/** A static member is known by both: the client's name is often the same for all of them. */
const clientOf = ({ clientId, instanceId }: Member): string | null =>
	clientId !== null && instanceId !== null
		? `${clientId} · ${instanceId}`
		: (instanceId ?? clientId);

function Text(props: { readonly text: string | null }) {
	const { numbers } = useWords();
	return props.text === null ? (
		<td>
			<Unknown why={numbers.notKnown} />
		</td>
	) : (
		<td title={shown(props.text)}>
			<bdi>{brief(props.text)}</bdi>
		</td>
	);
}
