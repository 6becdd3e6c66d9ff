// What is there for somebody? A store in which nothing lies but what they may see, so that whoever answers them can forget nothing.
import { isInScope } from "#lib/core/alert/in-scope.ts";
import type { BrokerFact } from "#lib/core/board.ts";
import { scopeOf } from "#lib/core/people/rights.ts";
import {
	holdsAllOf,
	holdsAt,
	holdsGroup,
	reaches,
	type Scope,
	type Spot,
} from "#lib/core/people/scope.ts";
import type { SeenStore } from "#lib/store/seen.ts";
import type { Store } from "#lib/store/store.ts";
import type { Person } from "./sessions.ts";
import { alertFor, errandFor } from "./view-parts.ts";

type Looking = Pick<Person, "rights" | "session">;

export const sightOf = ({ rights }: Pick<Person, "rights">): Scope =>
	scopeOf(rights, ["see"]);

/** Whoever may see everything is handed the store itself. */
export function storeFor(store: Store, person: Looking): SeenStore {
	const scope = sightOf(person);
	if (scope === null) return store;
	return {
		board: boardFor(store, scope),
		history: historyFor(store, scope),
		alerts: alertsFor(store, scope),
		errands: errandsFor(store, { scope, session: person.session }),
		pulse: { last: () => store.pulse.last() },
	};
}

function boardFor({ board }: Store, scope: Scope): SeenStore["board"] {
	const there = <S extends Spot>(it: S | null): S | null =>
		it !== null && holdsAt(scope, it) ? it : null;
	return {
		page: (query) => board.page({ ...query, scope }),
		row: async (id) => there(await board.row(id)),
		gone: async (id) => there(await board.gone(id)),
		async rowsAfter(place, limit) {
			const { rows, next } = await board.rowsAfter(place, limit);
			return { rows: rows.filter((row) => holdsAt(scope, row)), next };
		},
		async brokers() {
			const sizes = await board.sizes(scope);
			const all = await board.brokers();
			return all
				.filter(({ name }) => reaches(scope, name))
				.map((fact) =>
					holdsAllOf(scope, fact.name)
						? fact
						: partOf(fact, sizes.get(fact.name) ?? 0),
				);
		},
		async bystandersOf(broker) {
			const { groups, leftOut } = await board.bystandersOf(broker);
			return {
				groups: groups.filter(({ name }) => holdsGroup(scope, broker, name)),
				leftOut: holdsAllOf(scope, broker) ? leftOut : 0,
			};
		},
		systems: () => board.systems(),
		rev: () => board.rev(),
	};
}

/** What a broker says in its own words may name what is not there, and what it counts is of everybody. */
const partOf = (fact: BrokerFact, subscriptions: number): BrokerFact => ({
	...fact,
	...{ subscriptions, parts: [], standing: [] },
	...{ ownShare: null, connections: null },
	trouble: fact.trouble && { code: fact.trouble.code, part: "", detail: "" },
});

const historyFor = (
	{ history }: Store,
	scope: Scope,
): SeenStore["history"] => ({
	range: (id, asked) => history.range(id, { ...asked, scope }),
	find: (name, limit) => history.find(name, limit, scope),
	goneSince: (sinceMs, limit) => history.goneSince(sinceMs, limit, scope),
	beats: async (broker, fromMs, toMs) =>
		reaches(scope, broker)
			? history.beats(broker, fromMs, toMs)
			: { atMs: new Float64Array(), heard: new Float64Array() },
});

const alertsFor = ({ alerts }: Store, scope: Scope): SeenStore["alerts"] => ({
	alertsRev: () => alerts.alertsRev(),
	firingTotal: () => alerts.firingTotal(scope),
	async firing(limit) {
		const firing = await alerts.firing(limit, scope);
		return { ...firing, alerts: firing.alerts.map(alertFor) };
	},
	async past(asked) {
		const past = await alerts.past({ ...asked, scope });
		return { ...past, alerts: past.alerts.map(alertFor) };
	},
	async alert(id) {
		const it = await alerts.alert(id);
		return it && isInScope(scope, it.alert.target) ? alertFor(it) : null;
	},
	async ofSubscription(id, fromMs, toMs) {
		const all = await alerts.ofSubscription(id, fromMs, toMs);
		return all.filter(({ target }) => isInScope(scope, target));
	},
	// They are about whatever fits them, and name it.
	knownRules: async () => [],
	outlets: async () => [],
	mutes: async () => [],
});

function errandsFor(
	{ errands }: Store,
	seer: { readonly scope: Scope; readonly session: string },
): SeenStore["errands"] {
	return {
		ask: (errand) => errands.ask(errand),
		async find(id) {
			const errand = await errands.find(id, seer);
			return errand && errandFor(errand, seer.session);
		},
		async list(asked) {
			const page = await errands.list({ ...asked, seer });
			const its = page.errands.map((it) => errandFor(it, seer.session));
			return { ...page, errands: its };
		},
		waitingTotal: (most) => errands.waitingTotal(most),
		erase: (id) => errands.erase(id),
		watch: (noticed) => errands.watch(noticed),
		approve: (id, approval) => errands.approve(id, approval),
		cancel: (id, by, atMs) => errands.cancel(id, by, atMs),
		stop: (id, by, atMs) => errands.stop(id, by, atMs),
	};
}
