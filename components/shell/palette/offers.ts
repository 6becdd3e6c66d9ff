// What is offered for what was typed? Subscriptions first, then what can be done with the chosen one, then all else that fits.
import { amongOf } from "#lib/core/alert/among.ts";
import { quote } from "#lib/core/filter/token.ts";
import type { Verdict } from "#lib/core/verdict.ts";
import { deeds, type PaletteWords } from "#lib/say/apart/palette.ts";
import { brief } from "#lib/say/name.ts";
import type { RowReply, SystemReply } from "#lib/wire/board.ts";
import type { Found } from "./use-find.ts";
import { nearness } from "./wanted.ts";

export type Offer = {
	/** Stays the same while the answers change. */
	readonly id: string;
	readonly icon: string | null;
	readonly text: string;
	readonly note: string;
	readonly verdict: Verdict | null;
	/** The row it stands for, when it is a subscription. */
	readonly row: RowReply | null;
	readonly does: { readonly href: string } | { readonly run: () => void };
};

export type Section = {
	readonly title: string;
	readonly offers: readonly Offer[];
};

const rowsMax = 6;
const namesMax = 3;
const bare = { icon: null, note: "", verdict: null, row: null } as const;

export const boardAt = (filter: string): string =>
	`/?${new URLSearchParams({ filter })}`;

export function rowsIn({ wanted, whole, channels, groups }: Found) {
	const all = [whole, channels, groups].flatMap((reply) => reply?.rows ?? []);
	const once = [...new Map(all.map((row) => [row.id, row])).values()];
	const near = (row: RowReply) =>
		wanted.channel === null
			? 0
			: nearness([row.channel, row.group], wanted.text);
	return once.toSorted((a, b) => near(a) - near(b)).slice(0, rowsMax);
}

export function subscriptionOffers(
	words: PaletteWords,
	rows: readonly RowReply[],
	systems: readonly SystemReply[],
): readonly Offer[] {
	return rows.map((row) => ({
		id: `subscription ${row.id}`,
		icon: systems.find(({ name }) => name === row.system)?.icon ?? null,
		text: nameOf(words, row),
		note: brief(row.broker, 40),
		verdict: row.verdict,
		row,
		does: { href: `/subscriptions/${encodeURIComponent(row.id)}` },
	}));
}

export const nameOf = (words: PaletteWords, row: RowReply): string =>
	row.group === null
		? brief(row.channel, 80)
		: words.on(brief(row.group, 60), brief(row.channel, 80));

export function offersFor(
	words: PaletteWords,
	row: RowReply,
	systems: readonly SystemReply[],
	/** Null where there is none that is safe. */
	command: string | null,
	copy: (text: string) => void,
): readonly Offer[] {
	const { id, channel, group, broker, system, kind } = row;
	const page = `/subscriptions/${encodeURIComponent(id)}`;
	const known = systems.find(({ name }) => name === system)?.kinds[kind];
	const offers: Offer[] = [
		...deeds
			.filter((deed) => known?.actions?.includes(deed))
			.map((deed) => ({
				...{ ...bare, id: `do ${deed}`, text: words.deeds[deed] },
				does: { href: `${page}?do=${deed}` },
			})),
		{
			...{ ...bare, id: "do mute", text: words.mute },
			does: { href: `${page}?${new URLSearchParams({ mute: amongOf(row) })}` },
		},
		{
			...{ ...bare, id: "do groups", text: words.groupsOf(brief(channel, 80)) },
			does: { href: boardAt(`channel:${quote(channel)}`) },
		},
	];
	if (group !== null)
		offers.push({
			...{ ...bare, id: "do channels", text: words.channelsOf(brief(group)) },
			does: { href: boardAt(`group:${quote(group)}`) },
		});
	offers.push(
		{
			...{ ...bare, id: "do broker", text: words.brokerOf(brief(broker, 40)) },
			does: { href: `/brokers/${encodeURIComponent(broker)}` },
		},
		{
			...{ ...bare, id: "do copy", text: words.copyLink },
			does: { run: () => copy(location.origin + page) },
		},
	);
	if (command !== null)
		offers.push({
			...{ ...bare, id: "do command", text: words.copyCommand },
			does: { run: () => copy(command) },
		});
	return offers;
}

export function brokerOffers({ wanted, whole }: Found): readonly Offer[] {
	const text = wanted.text.toLowerCase();
	if (text === "") return [];
	return whole.brokers
		.filter(({ name }) => name.toLowerCase().includes(text))
		.slice(0, namesMax)
		.map(({ name, system }) => ({
			...bare,
			id: `broker ${name}`,
			icon: whole.systems.find((it) => it.name === system)?.icon ?? null,
			text: brief(name, 80),
			does: { href: `/brokers/${encodeURIComponent(name)}` },
		}));
}

/** Names that begin with what was typed, each as the filter that shows all of it. */
export function nameOffers(
	words: PaletteWords,
	found: Found,
): readonly Offer[] {
	const named = (key: "channel" | "group", names: readonly (string | null)[]) =>
		[...new Set(names)].slice(0, namesMax).flatMap((name) =>
			name === null
				? []
				: {
						...{ ...bare, id: `${key} ${name}`, text: brief(name, 80) },
						note: words[key],
						does: { href: boardAt(`${key}:${quote(name)}`) },
					},
		);
	const { channels, groups } = found;
	return [
		...named("channel", channels?.rows.map(({ channel }) => channel) ?? []),
		...named("group", groups?.rows.map(({ group }) => group) ?? []),
	];
}

export function filterOffers(
	words: PaletteWords,
	{ wanted, whole, channels, groups }: Found,
): readonly Offer[] {
	if (wanted.text === "") return [];
	const counted = [
		[wanted.group, groups],
		[wanted.channel, channels],
		[wanted.filter, whole],
	] as const;
	return counted.flatMap(([filter, reply]) =>
		filter === null || reply === null || reply.total === 0
			? []
			: {
					...{ ...bare, id: `filter ${filter}`, text: filter },
					note: words.subscriptions(reply.total),
					does: { href: boardAt(filter) },
				},
	);
}
