// What do all who look have in front of them? The configuration, the store as it can be seen from outside, and the time.
import path from "node:path";
import type { Configuration } from "#lib/config/configuration.ts";
import { readFlags } from "#lib/config/flags.ts";
import { freshnessOf } from "#lib/core/freshness.ts";
import type { StoreCheck } from "#lib/store/backup-port.ts";
import type { Outside } from "#lib/store/outside.ts";
import type { Finding } from "./finding.ts";

export type Scene = {
	readonly configuration: Configuration;
	/** The file it was read from; it need not be there. */
	readonly file: string;
	readonly store: Outside;
	/** The same read through, which takes as long as its disk does. */
	readonly check: Promise<StoreCheck>;
	readonly nowMs: number;
};

export type Subject = {
	/** As it stands before its findings: "Brokers". */
	readonly name: string;
	look(scene: Scene): Promise<readonly Finding[]>;
};

export const fileIn = (argv: readonly string[]): string =>
	path.resolve(readFlags(argv).config?.text ?? "tidemark.yaml");

/** Whether a collector writes there now. */
export function beats({ store, nowMs }: Scene): boolean {
	if (store.is !== "there" || store.pulse === null) return false;
	const { atMs, everyMs } = store.pulse;
	return freshnessOf(atMs, everyMs, nowMs) !== "silent";
}
