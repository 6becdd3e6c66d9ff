// Which of several servers that know the same answers first? The one that did last, and the next ones where it is slow.
import type { Redis } from "ioredis";
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import type { Address, Host } from "../../address.ts";
import { TroubleError } from "../../trouble-error.ts";
import type { Configured } from "../connection/configured.ts";
import { type Link, linkTo } from "../connection/link.ts";
import { within } from "../connection/within.ts";
import type { Known } from "./place.ts";

export type Doors = ReturnType<typeof openDoors>;

/** How long one may think before the next is asked the same. */
const nextAfterMs = 300;

/** `address` is whose user, password and encryption count; its hosts are the first to be asked. */
export function openDoors(
	address: Address,
	settings: Configured,
	port: number,
) {
	const links = new Map<string, { readonly link: Link; readonly at: Known }>();
	let order: string[] = [];
	let isClosed = false;

	function open(host: Host): string {
		const at = { host: host.host, port: host.port ?? port };
		const key = `${at.host} ${at.port}`;
		if (!links.has(key) && !isClosed) {
			const link = linkTo({ ...address, hosts: [at] }, settings);
			links.set(key, { link, at });
		}
		return key;
	}

	return {
		/** Throws the first one's trouble when nobody answered. */
		async first<Answer>(
			untilMs: number,
			question: (client: Redis, link: Link, at: Known) => Promise<Answer>,
		): Promise<Answer> {
			const { promise, resolve, reject } = Promise.withResolvers<Answer>();
			const waiting = [
				...new Set([...order, ...address.hosts.map((host) => open(host))]),
			];
			const asked = waiting[0];
			const failures = new Map<string, unknown>();
			let asking = 0;
			const next = () => {
				const key = waiting.shift();
				const door = key === undefined ? undefined : links.get(key);
				if (key === undefined || door === undefined) {
					if (asking === 0)
						reject(
							failures.get(asked ?? "") ??
								new TroubleError(trouble("unreachable", "closed")),
						);
					return;
				}
				asking++;
				const leftMs = Math.max(1, Math.round(untilMs - performance.now()));
				within(door.link, leftMs, async () =>
					question(await door.link.client(), door.link, door.at),
				).then(
					(answer) => {
						order = [key, ...order.filter((it) => it !== key)];
						resolve(answer);
					},
					(error) => {
						asking--;
						failures.set(key, error);
						next();
					},
				);
			};
			next();
			const timer = setInterval(next, nextAfterMs);
			return promise.finally(() => clearInterval(timer));
		},
		/** More that may be asked; of those not named any more only the configured stay. */
		settle(hosts: readonly Host[]): void {
			const wanted = new Set([...address.hosts, ...hosts].map(open));
			for (const [key, { link }] of links)
				if (!wanted.has(key)) {
					link.close();
					links.delete(key);
				}
			order = order.filter((key) => wanted.has(key));
			order.push(...[...wanted].filter((key) => !order.includes(key)));
		},
		/** Whoever was first is last. */
		turn(): void {
			order.push(...order.splice(0, 1));
		},
		close(): void {
			isClosed = true;
			for (const { link } of links.values()) link.close();
		},
	};
}

export const troubleIn = (error: unknown): Trouble | null =>
	error instanceof TroubleError ? error.trouble : null;
