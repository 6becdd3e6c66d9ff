// Which nodes does the cluster have now, and which of them answers first?
import { trouble } from "#lib/core/trouble.ts";
import type { Address } from "#lib/systems/address.ts";
import type { Picks } from "#lib/systems/setting.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import type { NodePlace } from "../protocol/metadata.ts";
import type { Request } from "../protocol/request.ts";
import { type Configured, nothingConfigured } from "./configured.ts";
import { Link } from "./link.ts";
import { releaseOfAll } from "./release.ts";
import { type Security, securityOf } from "./security.ts";
import { usualPort } from "./settings.ts";
import type { Traffic } from "./traffic.ts";
import { troubleOf, weightiest } from "./trouble-of.ts";

/** How long one node may think before another is asked the same. */
const nextAfterMs = 300;

export class Links {
	readonly #address: Address;
	readonly #security: Security;
	readonly #isListed: Picks;
	readonly #byPlace = new Map<string, Link>();
	#nodes: ReadonlyMap<number, Link> = new Map();
	#isClosed = false;

	constructor(address: Address, configured: Configured = nothingConfigured) {
		this.#address = address;
		this.#security = securityOf(address, configured);
		this.#isListed = configured.advertised;
	}

	/** By node id, as the cluster named them last. */
	get nodes(): ReadonlyMap<number, Link> {
		return this.#nodes;
	}

	/** Of the nodes that answer, which release they run. */
	get release(): string | null {
		const answering = [...this.#nodes.values()].filter((it) => it.answers);
		return releaseOfAll(answering.map(({ release }) => release));
	}

	/** What each node was asked, by its place. */
	get traffic(): ReadonlyMap<string, Traffic> {
		return new Map(
			[...this.#byPlace].map(([place, link]) => [place, link.traffic]),
		);
	}

	/** Asks two nodes at once and takes the first answer, so that a frozen one costs nothing; then one more at a time. */
	first<Answer>(request: Request<Answer>, untilMs: number): Promise<Answer> {
		const waiting = this.#candidates();
		const { promise, resolve, reject } = Promise.withResolvers<Answer>();
		const failures: unknown[] = [];
		let asking = 0;
		const next = () => {
			const link = waiting.shift();
			if (link) {
				asking++;
				link.ask(request, untilMs).then(resolve, (error) => {
					asking--;
					failures.push(error);
					next();
				});
			} else if (asking === 0)
				reject(
					new TroubleError(
						weightiest(failures.map((failure) => troubleOf(failure))),
					),
				);
		};
		next();
		next();
		const timer = setInterval(next, nextAfterMs);
		return promise.finally(() => clearInterval(timer));
	}

	/** Takes the cluster's word for which nodes there are, and lets go of all others. */
	settle(places: readonly NodePlace[]): void {
		if (this.#isClosed) return;
		this.#nodes = new Map(
			places.map(({ id, host, port }) => [id, this.#linkTo(host, port)]),
		);
		const kept = new Set(this.#nodes.values());
		for (const [place, link] of this.#byPlace) {
			if (kept.has(link)) continue;
			link.end();
			this.#byPlace.delete(place);
		}
	}

	close(): void {
		this.#isClosed = true;
		for (const link of this.#byPlace.values()) link.end();
		this.#byPlace.clear();
		this.#nodes = new Map();
	}

	/** Nodes that answered last, then the others, then the addresses somebody configured. */
	#candidates(): Link[] {
		if (this.#isClosed) return [];
		const known = [...this.#nodes.values()];
		const configured = this.#address.hosts.map(({ host, port }) =>
			this.#linkTo(host, port ?? usualPort),
		);
		const all = new Set([
			...known.filter((link) => link.answers),
			...known,
			...configured,
		]);
		return [...all];
	}

	#isConfigured(place: string): boolean {
		return this.#address.hosts.some(
			({ host, port }) => placeOf(host, port ?? usualPort) === place,
		);
	}

	/** A place that only the cluster names must be on the list, or nothing is ever sent there. */
	#linkTo(host: string, port: number): Link {
		const place = placeOf(host, port);
		const existing = this.#byPlace.get(place);
		if (existing) return existing;
		const link = new Link(host, port, this.#security(host));
		if (!this.#isListed(place) && !this.#isConfigured(place))
			link.bar(trouble("address not listed", place));
		this.#byPlace.set(place, link);
		return link;
	}
}

export const placeOf = (host: string, port: number): string =>
	host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
