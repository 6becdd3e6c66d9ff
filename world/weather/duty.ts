// Who in the shop has been sent away, and where does it blow? Changed by whoever watches, and waited for by readers and writers.

type Sent = { away: boolean; waiting: (() => void)[] };

const sent = new Map<string, Sent>();
const stormsUntilMs = new Map<string, number>();
/** So many times as much comes as otherwise. */
const stormFactor = 12;

function sentOf(name: string): Sent {
	const known = sent.get(name);
	if (known) return known;
	const begun = { away: false, waiting: [] };
	sent.set(name, begun);
	return begun;
}

export const isAway = (name: string): boolean => sent.get(name)?.away === true;

export function send(name: string, away: boolean): void {
	const it = sentOf(name);
	if (it.away === away) return;
	it.away = away;
	for (const go of it.waiting.splice(0)) go();
}

/** Resolves when it is sent away or, of one who is away, when it is brought back. */
const changed = (name: string) =>
	new Promise<void>((resolve) => {
		sentOf(name).waiting.push(resolve);
	});

/** At once, where nobody sent it away. */
export async function onDuty(name: string): Promise<void> {
	while (isAway(name)) await changed(name);
}

export async function sentAway(name: string): Promise<void> {
	while (!isAway(name)) await changed(name);
}

export function storm(name: string, lastsMs: number): void {
	stormsUntilMs.set(name, performance.now() + lastsMs);
}

/** How long it still blows; 0 where it is calm. */
export const stormLeftMs = (name: string): number =>
	Math.max(0, (stormsUntilMs.get(name) ?? 0) - performance.now());

export const blowing = (name: string, perSecond: number): number =>
	stormLeftMs(name) > 0 ? stormFactor * perSecond : perSecond;

/** Long enough that whoever watches from the beginning has seen it work; what never worked may only be slow. */
const worksForMs = 90_000;

/** What gets stuck does not begin so. */
export function getStuckSoon(...names: readonly string[]): void {
	for (const name of names) send(name, true);
	setTimeout(() => {
		for (const name of names) send(name, false);
	}, worksForMs).unref();
}
