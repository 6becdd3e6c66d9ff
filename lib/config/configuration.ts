// What did the operator configure? The one shape everything else is handed.

import type { QuietHours } from "#lib/core/alert/outlet.ts";
import type { KnownRule } from "#lib/core/alert/rule.ts";
import type { Keep } from "#lib/core/history.ts";
import type { AccessSettings } from "#lib/core/people/access.ts";
import type { Address, Secret } from "#lib/systems/address.ts";

export type BrokerSettings = {
	readonly name: string;
	readonly system: string;
	readonly address: Address;
	readonly everyMs: number;
	/** Nothing is ever changed at it. */
	readonly readOnly: boolean;
	/** Only the system that declared them knows their shape. */
	readonly settings: unknown;
};

export type HistorySettings = {
	readonly keep: Keep;
	/** With less free space than this beside the store, no history is kept. */
	readonly floorBytes: number;
};

export type OutletSettings = {
	readonly name: string;
	readonly kind: string;
	/** As it was written, and what it means; null where there is none. */
	readonly quiet: { readonly text: string; readonly hours: QuietHours } | null;
	/** Only the kind of outlet that declared them knows their shape. */
	readonly settings: unknown;
};

export type AlertSettings = {
	/** Of notices. */
	readonly language: "en" | "ko";
	/** Addresses inside that outlets may go to: names, addresses and ranges. */
	readonly allow: readonly string[];
	/** Asked for as long as all goes on; its silence is heard by whoever waits for it. */
	readonly heartbeat: { readonly url: Secret; readonly everyMs: number } | null;
	readonly outlets: readonly OutletSettings[];
	/** The usual ones that nothing replaces, then those of the file. */
	readonly rules: readonly KnownRule[];
};

export type Configuration = {
	/** Where the web listens. */
	readonly listen: { readonly host: string; readonly port: number };
	/** The files with which the web speaks TLS itself; null where it speaks none. */
	readonly tls: { readonly certificate: string; readonly key: string } | null;
	/** Where people reach this console, as it was written; null where it was not. */
	readonly address: string | null;
	/** The same, or else where it listens, without a slash at its end: what links in notices begin with. */
	readonly url: string;
	/** The folder that holds the store. */
	readonly folder: string;
	readonly brokers: readonly BrokerSettings[];
	readonly history: HistorySettings;
	readonly alerts: AlertSettings;
	/** Who may come in, how, and what each role may. */
	readonly access: AccessSettings;
	/** SHA-256 of the token that lets a program scrape; null where none is configured. */
	readonly scrapeHash: string | null;
	/** Nothing is ever changed at any broker. */
	readonly readOnly: boolean;
	/** Who approves a clean-up has to say why. */
	readonly reasonRequired: boolean;
	/** The world is disposable: a visitor from this machine is signed in without a key. */
	readonly demo: boolean;
};
