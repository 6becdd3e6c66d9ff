// What does the process beside this one say of the store, as soon as it can say it?
import { fork } from "node:child_process";
import path from "node:path";
import type { StoreCheck } from "#lib/store/backup-port.ts";
import type { Outside } from "#lib/store/outside.ts";

export type Beside = {
	/** At once, as far as the disk answers. */
	readonly seen: Promise<Outside>;
	/** After reading all of it. */
	readonly check: Promise<StoreCheck>;
	end(): void;
};

type Told = { readonly seen?: Outside; readonly check?: StoreCheck };

export function lookBeside(folder: string): Beside {
	const seen = Promise.withResolvers<Outside>();
	const check = Promise.withResolvers<StoreCheck>();
	const child = fork(
		path.join(import.meta.dirname, "store-process.ts"),
		[folder],
		{ execArgv: [], stdio: "ignore" },
	);
	child.on("message", (told: Told) => {
		if (told.seen) seen.resolve(told.seen);
		if (told.check) check.resolve(told.check);
	});
	for (const { promise, reject } of [seen, check]) {
		promise.catch(() => {});
		child.once("error", reject);
		child.once("exit", () => reject(new Error("it could not be looked at")));
	}
	return {
		...{ seen: seen.promise, check: check.promise },
		end: () => void child.kill("SIGKILL"),
	};
}
