// What may each role, and where? And which groups of a provider have which.
import { grantSaid } from "#lib/say/access-sentence.ts";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { GrantReply, PeopleReply } from "#lib/wire/people.ts";
import type { SessionReply } from "#lib/wire/session.ts";
import { Section } from "./part.tsx";

export function Roles({ reply }: { readonly reply: PeopleReply }) {
	const { roles: said } = useWords().access;
	const isOwn = reply.roles.some(({ isUsual }) => !isUsual);
	return (
		<>
			<Section title={said.title}>
				<dl className="people-grants">
					{reply.roles.map(({ name, isUsual, grants }) => (
						<div key={name} className="people-grant">
							<dt>
								<bdi>{brief(name, 60)}</bdi>
								{!isUsual && <span className="q"> {said.own}</span>}
							</dt>
							<dd>
								<Grants grants={grants} />
							</dd>
						</div>
					))}
				</dl>
				{isOwn && <p className="q">{said.ownWhere}</p>}
			</Section>
			{reply.groups.length > 0 && (
				<Section title={said.groups}>
					<dl className="people-grants">
						{reply.groups.map(({ group, roles }) => (
							<div key={group} className="people-grant">
								<dt>
									<bdi>{brief(group, 80)}</bdi>
								</dt>
								<dd>
									{roles.length === 0
										? said.noRoles
										: roles.map((role) => brief(role, 60)).join(", ")}
								</dd>
							</div>
						))}
					</dl>
					<p className="q">{said.groupsWhere}</p>
				</Section>
			)}
		</>
	);
}

export function OwnRights({ me }: { readonly me: SessionReply }) {
	const { account } = useWords().access;
	return (
		<Section title={account.rights}>
			<Grants grants={me.leave.rights} />
		</Section>
	);
}

function Grants(props: { readonly grants: readonly GrantReply[] }) {
	const words = useWords();
	const lines = props.grants.map((grant) => grantSaid(words, grant));
	return (
		<ul className="people-may">
			{[...new Set(lines)].map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}
