// What did the operator configure? The one shape everything else is handed.
import type { Keep } from "#lib/core/history.ts";
import type { Address } from "#lib/systems/address.ts";

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

export type Configuration = {
	/** Where the web listens: always an address of this machine, for now. */
	readonly listen: { readonly host: string; readonly port: number };
	/** The folder that holds the store. */
	readonly folder: string;
	readonly brokers: readonly BrokerSettings[];
	readonly history: HistorySettings;
	/** SHA-256 of the token that lets a program scrape; null where none is configured. */
	readonly scrapeHash: string | null;
	/** Nothing is ever changed at any broker. */
	readonly readOnly: boolean;
	/** Who approves a clean-up has to say why. */
	readonly reasonRequired: boolean;
	/** The world is disposable: a visitor from this machine is signed in without a key. */
	readonly demo: boolean;
};
