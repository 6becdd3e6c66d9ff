// What does a finding come to for somebody who wants to connect?
import type { SystemReply } from "#lib/wire/board.ts";
import type { FindingReply } from "#lib/wire/errand.ts";
import type { Tried } from "./use-try.ts";

export const systemOf = (
	systems: readonly SystemReply[],
	name: string,
): SystemReply | null => systems.find((one) => one.name === name) ?? null;

/** "127.0.0.1:1234" of an address. */
export const placeIn = (address: string): string =>
	address.replace(/^[^:]*:\/\//, "");

/** Such a broker is there: nothing but a sign-in lies between it and the board, and that is not asked for here. */
export const wantsSignIn = ({ trouble }: Pick<FindingReply, "trouble">) =>
	trouble === "sign-in wanted" || trouble === "sign-in missing";

/** Something is there, and what is left to do is to write it down. */
export const isFound = (tried: Tried | null): boolean =>
	tried?.state === "told" &&
	tried.findings.some((it) => it.trouble === null || wantsSignIn(it));

export const subscriptionsIn = ({ kinds }: Pick<FindingReply, "kinds">) =>
	kinds.reduce((sum, { subscriptions }) => sum + subscriptions, 0);
