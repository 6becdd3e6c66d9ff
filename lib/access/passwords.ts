// Is this the password? Compared by argon2id, a few at a time, so that whoever floods the door takes neither memory nor processors.
import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { PeopleFault } from "#lib/core/people/faults.ts";
import { passwordForm } from "#lib/core/people/password.ts";
import { passwordLength } from "#lib/core/people/people.ts";
import { Problem } from "#lib/core/problem.ts";

export type Strength = {
	readonly memoryKiB: number;
	readonly passes: number;
	readonly lanes: number;
};

/** What OWASP asks for at least: 19 MiB and two passes, 40 ms of one processor. */
export const usualStrength: Strength = {
	...{ memoryKiB: 19_456, passes: 2, lanes: 1 },
};

/** As many rest in memory at once; as many wait for their turn, which is theirs within seconds. */
const atOnceMost = 2;
const inLineMost = 20;
const againSeconds = 2;

export type Passwords = {
	verifierOf(password: string): Promise<string>;
	/** With null the same work is done, and it is never the password. Whoever is known waits in a line of their own, which is served first. */
	verify(
		password: string,
		verifier: string | null,
		isKnown?: boolean,
	): Promise<boolean>;
	/** It was made with less than is asked for now. */
	isWeak(verifier: string): boolean;
};

type Laid = Strength & { readonly salt: Buffer; readonly hash: Buffer };

const derive = promisify(argon2);

/** `worked` hears of each comparison what it cost. */
export function passwordsOf(
	strength: Strength,
	worked: (strength: Strength) => void = () => undefined,
): Passwords {
	const inTurn = turns();
	const work = (
		password: string,
		salt: Buffer,
		cost: Strength,
		isKnown: boolean,
	) =>
		inTurn(isKnown, () => {
			worked(cost);
			return derive("argon2id", {
				message: passwordForm(password.slice(0, 4 * passwordLength.max)),
				nonce: salt,
				parallelism: cost.lanes,
				tagLength: hashBytes,
				memory: cost.memoryKiB,
				passes: cost.passes,
			});
		});
	const nobody: Laid = {
		...{ ...strength, salt: randomBytes(saltBytes) },
		hash: randomBytes(hashBytes),
	};
	return {
		async verifierOf(password) {
			const salt = randomBytes(saltBytes);
			const hash = await work(password, salt, strength, true);
			return textOf({ ...strength, salt, hash });
		},
		async verify(password, verifier, isKnown = false) {
			const laid = verifier === null ? null : laidIn(verifier);
			const { salt, hash, ...cost } = laid ?? nobody;
			const derived = await work(password, salt, cost, isKnown);
			return timingSafeEqual(derived, hash) && laid !== null;
		},
		isWeak(verifier) {
			const laid = laidIn(verifier);
			return (
				laid === null ||
				laid.memoryKiB < strength.memoryKiB ||
				laid.passes < strength.passes
			);
		},
	};
}

const saltBytes = 16;
const hashBytes = 32;

const bare = (bytes: Buffer): string =>
	bytes.toString("base64").replace(/=+$/, "");

const textOf = ({ memoryKiB, passes, lanes, salt, hash }: Laid): string =>
	`$argon2id$v=19$m=${memoryKiB},t=${passes},p=${lanes}$${bare(salt)}$${bare(hash)}`;

const shape =
	/^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d)\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/;

/** What lies in the store was put there by us; a row that asks for more than a machine has is believed nothing. */
function laidIn(verifier: string): Laid | null {
	const [, memory, passes, lanes, salt = "", hash = ""] =
		shape.exec(verifier) ?? [];
	const cost = {
		...{ memoryKiB: Number(memory), passes: Number(passes) },
		lanes: Number(lanes),
	};
	const { memoryKiB } = cost;
	return memoryKiB >= 8 * cost.lanes &&
		memoryKiB <= 262_144 &&
		cost.passes >= 1 &&
		cost.lanes >= 1
		? {
				...cost,
				salt: Buffer.from(salt, "base64"),
				hash: Buffer.from(hash, "base64"),
			}
		: null;
}

/** Work in turn, a few at once; whoever comes to a full line is told when to come again. */
function turns() {
	const known: (() => void)[] = [];
	const others: (() => void)[] = [];
	let running = 0;
	return async <T>(isKnown: boolean, work: () => Promise<T>): Promise<T> => {
		const line = isKnown ? known : others;
		if (running >= atOnceMost) {
			if (line.length >= inLineMost)
				throw new Problem("too many", "try again soon" satisfies PeopleFault, {
					seconds: againSeconds,
				});
			// Whoever ends hands its place on, so nobody slips in between.
			await new Promise<void>((resolve) => line.push(resolve));
		} else running++;
		try {
			return await work();
		} finally {
			const next = known.shift() ?? others.shift();
			if (next) next();
			else running--;
		}
	};
}
