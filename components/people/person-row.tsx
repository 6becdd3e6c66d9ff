// What is said of one person, and what can be done about them?
import { Time } from "#components/ui/time.tsx";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { PersonReply } from "#lib/wire/people.ts";

export const personActs = ["roles", "invite", "remove"] as const;
export type Act = (typeof personActs)[number];

export function PersonRow(props: {
	readonly person: PersonReply;
	readonly isMe: boolean;
	readonly nowMs: number;
	readonly onAct: (act: Act) => void;
}) {
	const { access, numbers } = useWords();
	const { people: said, roles } = access;
	const { person, isMe, nowMs, onAct } = props;
	const signedMs =
		person.signedIn === null ? null : Date.parse(person.signedIn);
	return (
		<tr>
			<th scope="row" className="m">
				<bdi>{brief(person.name, 80)}</bdi>
				{isMe && <span className="q"> {said.you}</span>}
			</th>
			<td className="c-roles" title={person.roles.join(", ")}>
				{person.roles.length === 0
					? roles.noRoles
					: person.roles.map((role) => brief(role, 60)).join(", ")}
			</td>
			<td className="q2">
				{!person.hasPassword ? (
					said.invited
				) : signedMs === null ? (
					said.never
				) : (
					<Time ms={signedMs} whole={numbers.wholly}>
						{numbers.moment(signedMs, nowMs)}
					</Time>
				)}
			</td>
			<td className="people-acts">
				{personActs.map((act) => (
					<button
						key={act}
						type="button"
						className="btn small bare"
						onClick={() => onAct(act)}
					>
						{said[act]}
						<span className="sr"> {brief(person.name, 80)}</span>
					</button>
				))}
			</td>
		</tr>
	);
}
