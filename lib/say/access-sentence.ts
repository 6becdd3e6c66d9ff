// How is said what somebody may, and where? Whatever holds for any name is left out.
import { actions } from "#lib/core/clean-up/clean-up.ts";
import { acts, type Grant, type Right } from "#lib/core/people/role.ts";
import { isAnyName, type Scope, type Where } from "#lib/core/people/scope.ts";
import type { Words } from "./words/words.ts";

type Said = Pick<Words, "access">;

/** Null where it is everywhere, or nowhere: then there is no place to name. */
export function placeSaid(words: Said, scope: Scope): string | null {
	if (scope === null || scope.length === 0) return null;
	const { access } = words;
	const places = scope.map((where) => access.place(namesIn(where)));
	// One that names nothing holds everywhere, whatever the others say.
	if (places.includes("")) return null;
	return [...new Set(places)].join(access.orAt);
}

const namesIn = ({ brokers, channels, groups }: Where) => ({
	brokers: isAnyName(brokers) ? null : brokers,
	channels: isAnyName(channels) ? null : channels,
	groups: isAnyName(groups) ? null : groups,
});

export const grantSaid = (
	words: Pick<Words, "access" | "activity">,
	{ may, where }: Grant,
): string =>
	words.access.grant(
		may.map((right) => rightSaid(words, right)),
		placeSaid(words, where),
	);

function rightSaid(
	{ access, activity }: Pick<Words, "access" | "activity">,
	right: Right,
): string {
	const act = acts.find((it) => it === right);
	if (act !== undefined) return access.acts[act];
	const action = actions.find((it) => it === right);
	return action === undefined ? right : activity.actions[action];
}
