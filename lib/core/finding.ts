// What was found at an address that somebody tried before any broker was configured? Counts and codes, never what the far side said.
import type { TroubleCode } from "./trouble.ts";

export type FoundKind = {
	readonly kind: string;
	readonly channels: number;
	readonly subscriptions: number;
};

export type Finding = {
	/** Without user, password and options. */
	readonly address: string;
	readonly system: string;
	/** Null where it answered. */
	readonly trouble: TroubleCode | null;
	readonly version: string | null;
	readonly kinds: readonly FoundKind[];
	/** False where time was over before everything was seen: there may be more. */
	readonly complete: boolean;
};

export const addressLengthMax = 500;

export const addressFaults = ["no address", "password shown"] as const;
export type AddressFault = (typeof addressFaults)[number];

const shape = /^[a-z][a-z0-9+.-]*:\/\/[^\s@]*(?:@[^\s@]+)?$/i;
const named = /^(?:\$\{[A-Za-z_]\w*\})?$/;
const secretOption = /[?&][^=&]*(?:pass|secret|token|key|auth)[^=&]*=/i;

/**
 * Why an address may not be tried, before any system has looked at it. What is asked of the collector is written down,
 * so a password is refused wherever it may stand; only the name of a variable is let through.
 */
export function addressFault(text: string): AddressFault | null {
	const address = text.trim();
	const user = /:\/\/(.*)@/s.exec(address)?.[1] ?? "";
	const colon = user.indexOf(":");
	if (colon >= 0 && !named.test(user.slice(colon + 1))) return "password shown";
	if (secretOption.test(address)) return "password shown";
	return address.length > addressLengthMax || !shape.test(address)
		? "no address"
		: null;
}
