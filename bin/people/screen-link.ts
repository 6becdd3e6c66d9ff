// How does a screen on a wall come in? By a link that works once, and a session that lasts for so many days.
import { hashOf, newSecret } from "#lib/access/sessions.ts";
import type { Configuration } from "#lib/config/configuration.ts";
import { isPersonName } from "#lib/core/people/people.ts";
import { peopleFaults } from "#lib/say/en/people-faults.ts";
import { complain, tell } from "../said.ts";
import { type Asked, daysIn } from "./asked.ts";
import { atStore } from "./doing.ts";

const usual = { name: "wall", days: 90, roles: ["viewer"] } as const;

export const isForScreen = ({ roles, name, days }: Asked): boolean =>
	roles.length > 0 || name !== null || days !== null;

export async function screenLink(
	configuration: Configuration,
	asked: Asked,
): Promise<number> {
	const days = daysIn(asked.days, usual.days);
	if (days === null)
		return complain("Such a link lasts from 1 to 366 days: --days 90", 2);
	const person = asked.name ?? usual.name;
	if (!isPersonName(person))
		return complain(peopleFaults["person name bad"]({}), 2);
	const roles = asked.roles.length > 0 ? asked.roles : usual.roles;
	return atStore(configuration, async ({ did }) => {
		const key = newSecret();
		const wish = { verb: "offer link", person, roles, days } as const;
		await did({ ...wish, key: hashOf(key) });
		return tell(
			`This link signs one screen in as ${person}, once, within three days; then for ${days} days:\n\n  ${configuration.url}/enter#key=${key}`,
			0,
		);
	});
}
