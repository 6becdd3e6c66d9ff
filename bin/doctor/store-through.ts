// What does the process say that reads the store through?
import { fork } from "node:child_process";
import path from "node:path";
import type { StoreCheck } from "#lib/store/backup-port.ts";
import { ending } from "../ending.ts";

export type Reading = {
	readonly check: Promise<StoreCheck>;
	end(): void;
};

export function readThrough(folder: string): Reading {
	const { promise, resolve, reject } = Promise.withResolvers<StoreCheck>();
	promise.catch(() => {});
	const file = path.join(import.meta.dirname, `store-process${ending}`);
	const child = fork(file, [folder], { execArgv: [], stdio: "ignore" });
	child.once("message", (check: StoreCheck) => resolve(check));
	child.once("error", reject);
	child.once("exit", () => reject(new Error("it could not be looked at")));
	return { check: promise, end: () => void child.kill("SIGKILL") };
}
