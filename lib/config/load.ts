// What is configured, by file, variables and flags together? A configuration, or every mistake at once.

import path from "node:path";
import type { OutletKind } from "#lib/alerts/outlet.ts";
import type { System } from "#lib/systems/system.ts";
import { judgeAccess } from "./access.ts";
import { judgeAlerts } from "./alerts.ts";
import { judgeBrokers } from "./brokers.ts";
import type { Configuration } from "./configuration.ts";
import { parseEvery } from "./every.ts";
import { readSheet } from "./file.ts";
import type { Environment } from "./fill.ts";
import { readFlags } from "./flags.ts";
import { Judge } from "./judge.ts";
import { parseFloor, parseKeep, usualKeep } from "./keep.ts";
import { parseListen } from "./listen.ts";
import type { Mistake } from "./mistake.ts";
import { originOf, parseReached } from "./reached.ts";
import { parseScrape } from "./scrape.ts";
import { judgeServing } from "./serving.ts";
import { type Given, laid, type Setting, type Sheet } from "./sheet.ts";
import { judgeTls } from "./tls.ts";
import { readVariables } from "./variables.ts";
import { parseYes } from "./yes.ts";

export type Sources = {
	readonly argv: readonly string[];
	readonly env: Environment;
	readonly cwd: string;
	/** The text of a file, null when there is none; throws when it may not be read. */
	read(file: string): string | null;
	readonly systems: readonly System[];
	readonly outletKinds: readonly OutletKind[];
};

export type Loaded =
	| { readonly configuration: Configuration; readonly mistakes: null }
	| { readonly configuration: null; readonly mistakes: readonly Mistake[] };

const usualFile = "tidemark.yaml";
const usual = {
	listen: { host: "127.0.0.1", port: 7700 },
	folder: "./.tidemark/store",
	everyMs: 5_000,
	floorBytes: 512 * 1024 ** 2,
};

export function loadConfiguration(sources: Sources): Loaded {
	const flags = readFlags(sources.argv);
	const file = path.resolve(sources.cwd, flags.config?.text ?? usualFile);
	const written = readFile(file, flags.config, sources);
	const known = [...written.brokers.keys(), ...flags.sheet.brokers.keys()];
	const variables = readVariables(sources.env, [...new Set(known)]);
	const sheet = laid(laid(written, variables), flags.sheet);
	const judge = new Judge(sources.env);

	const listen =
		judge.value(sheet.settings.get("listen"), parseListen) ?? usual.listen;
	const everyMs =
		judge.value(sheet.settings.get("every"), parseEvery) ?? usual.everyMs;
	const history = {
		keep: judge.value(sheet.settings.get("history"), parseKeep) ?? usualKeep,
		floorBytes:
			judge.value(sheet.settings.get("floor"), parseFloor) ?? usual.floorBytes,
	};
	const scrape = judge.value(sheet.settings.get("metrics"), parseScrape);
	const yes = (setting: Setting) =>
		judge.value(sheet.settings.get(setting), parseYes)?.yes ?? false;
	const acting = {
		readOnly: yes("readOnly"),
		reasonRequired: yes("reasonRequired"),
	};
	const folderGiven = sheet.settings.get("folder");
	const fromFile =
		folderGiven === undefined || written.settings.get("folder") === folderGiven;
	const folder = path.resolve(
		fromFile ? path.dirname(file) : sources.cwd,
		judge.value(folderGiven, parseFolder)?.folder ?? usual.folder,
	);
	const absolute = (name: string) => path.resolve(path.dirname(file), name);
	const read = (name: string) => sources.read(absolute(name));
	const brokers = judgeBrokers(
		sheet.brokers,
		everyMs,
		sources.systems,
		...([read, judge] as const),
	);
	const reached = judge.value(sheet.settings.get("address"), parseReached);
	const tls = judgeTls(sheet.sections.get("tls"), read, absolute, judge);
	const { demo } = flags;
	const access = {
		...judgeAccess(sheet.sections.get("access"), judge),
		demo,
	};
	const address = reached?.url ?? null;
	const plainHttp = yes("plainHttp");
	const served = { listen, address, tls, access };
	judgeServing({ ...served, plainHttp }, sheet, judge);
	const alerts = judgeAlerts(
		sheet.sections.get("alerts"),
		...([sources.outletKinds, judge] as const),
	);
	const mistakes = [...sheet.mistakes, ...judge.mistakes];
	return mistakes.length > 0
		? { configuration: null, mistakes: inOrder(mistakes) }
		: {
				configuration: {
					...{ folder, brokers, history, alerts, ...acting, ...served },
					url: address ?? originOf(listen, tls),
					scrapeHash: scrape?.hash ?? null,
					demo,
				},
				mistakes: null,
			};
}

function readFile(
	file: string,
	config: Given | null,
	{ cwd, read }: Sources,
): Sheet {
	const source = path.relative(cwd, file) || file;
	const empty = {
		...{ settings: new Map(), brokers: new Map(), sections: new Map() },
	};
	const none = (say: string): Sheet => ({
		...empty,
		mistakes: [
			{ path: "", place: config?.place ?? { source, line: null }, say },
		],
	});
	let text: string | null;
	try {
		text = read(file);
	} catch (error) {
		const code =
			error instanceof Error && "code" in error ? ` (${error.code})` : "";
		return none(`the file cannot be read${code}; see who may read it`);
	}
	if (text !== null) return readSheet(text, source);
	return config === null
		? { ...empty, mistakes: [] }
		: none(
				"there is no such file; see tidemark.example.yaml for one to begin with",
			);
}

/** The shell's ~ means nothing inside a file; a folder called ~ helps nobody. */
function parseFolder(text: string): { readonly folder: string } | string {
	const folder = text.trim();
	if (folder === "") return "write a folder, such as ./.tidemark/store";
	return folder.startsWith("~")
		? `write the folder out, or begin it with \${HOME}`
		: { folder };
}

/** By source, then by line: as somebody would go through them. */
function inOrder(mistakes: readonly Mistake[]): readonly Mistake[] {
	const order = [...new Set(mistakes.map(({ place }) => place.source))];
	return mistakes.toSorted(
		(a, b) =>
			order.indexOf(a.place.source) - order.indexOf(b.place.source) ||
			(a.place.line ?? 0) - (b.place.line ?? 0),
	);
}
