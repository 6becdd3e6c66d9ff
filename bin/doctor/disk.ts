// Is there room, how long does it last, can the store be read, and is it closed to others?
import { stat, statfs } from "node:fs/promises";
import path from "node:path";
import { bytes } from "#lib/say/numbers.ts";
import { largest } from "#lib/say/times.ts";
import type { Outside, OutsideFile, Seen } from "#lib/store/outside.ts";
import { type Finding, reasonOf, warning, well, wrong } from "./finding.ts";
import type { Scene, Subject } from "./scene.ts";

const logMostBytes = 256 * 1024 ** 2;
const dayMs = 86_400_000;
const soonDays = 14;

export const disk: Subject = {
	name: "Disk",
	async look(scene) {
		const { folder } = scene.configuration;
		return [
			...(await roomIn(scene, await above(folder))),
			...readable(scene.store, folder),
			...(await modesOf(folder)),
		];
	},
};

/** The folder, or the nearest above it that is there: it is made by the first start. */
async function above(folder: string): Promise<string> {
	const there = await stat(folder).catch(() => null);
	const up = path.dirname(folder);
	return there !== null || up === folder ? folder : above(up);
}

async function roomIn(
	{ store, nowMs, configuration: { history } }: Scene,
	folder: string,
): Promise<readonly Finding[]> {
	const { bavail, bsize } = await statfs(folder);
	const spare = "spareBytes" in store ? store.spareBytes : 0;
	const free = bavail * bsize;
	const over = free + spare - history.floorBytes;
	const shown = `${bytes(free, "en")} are free at ${folder}`;
	if (free < 10 * 1024 ** 2)
		return [
			wrong(
				`${shown}: nothing more can be written.`,
				"Make room there: until then the page shows what was known before, and nothing is cleaned up.",
			),
		];
	if (over < 0)
		return [
			wrong(
				`${shown}, which is below the floor of ${bytes(history.floorBytes, "en")}: no history is kept.`,
				"Make room, keep history for less long (history), or lower the floor.",
			),
		];
	return [
		well(`${shown}; history stops below ${bytes(history.floorBytes, "en")}.`),
		...growth(store, over, nowMs),
	];
}

/** History grows slower with age, as it is thinned: this is how long room lasts at the worst. */
function growth(
	store: Outside,
	over: number,
	nowMs: number,
): readonly Finding[] {
	if (store.is !== "there" || store.sinceMs === null) return [];
	const { fileBytes, spareBytes, logBytes } = store;
	const forMs = nowMs - store.sinceMs;
	const size = `The store takes ${bytes(fileBytes + logBytes, "en")}`;
	if (forMs < dayMs / 24) return [well(`${size}.`)];
	const days = over / (((fileBytes - spareBytes) / forMs) * dayMs);
	const lasts = `${size} after ${largest(forMs / 1000, "en")}: at that pace the room lasts`;
	return [
		days < soonDays
			? warning(
					`${lasts} ${largest(days * 86_400, "en")}.`,
					"It grows slower with age; make room all the same, or keep history for less long (history).",
				)
			: well(
					days > 3_650
						? `${lasts} for years.`
						: `${lasts} ${largest(days * 86_400, "en")} at the least.`,
				),
	];
}

function readable(store: Outside, folder: string): readonly Finding[] {
	if (store.is === "none") return [];
	if (store.is === "unreadable")
		return [
			wrong(
				`The store in ${folder} cannot be read: ${store.detail}.`,
				"If it belongs to another user, ask as that one; if it is no store or damaged, bring back a backup.",
			),
		];
	return [...logOf(store), ...("pulse" in store ? fullIn(store) : [])];
}

const logOf = ({ logBytes }: OutsideFile): readonly Finding[] =>
	logBytes <= logMostBytes
		? []
		: [
				warning(
					`${bytes(logBytes, "en")} are written beside the store and not yet in it.`,
					"Somebody reads it for very long, such as a backup that hangs: end that, or start Tidemark again.",
				),
			];

const fullIn = ({ pulse }: Seen): readonly Finding[] =>
	pulse?.history === "no room"
		? [
				wrong(
					"The running Tidemark keeps no history: it found no room for it.",
					"Make room; it begins again by itself.",
				),
			]
		: [];

/** Whoever can write into it commands the collector. */
async function modesOf(folder: string): Promise<readonly Finding[]> {
	const me = process.getuid?.();
	if (me === undefined) return [];
	const paths = [
		folder,
		...["tidemark.db", "record.key"].map((name) => path.join(folder, name)),
	];
	const found: Finding[] = [];
	for (const each of paths) {
		const facts = await stat(each).catch((error: unknown) => {
			const reason = reasonOf(error);
			if (reason !== "ENOENT")
				found.push(
					wrong(
						`${each} cannot be looked at (${reason}).`,
						"Ask as the user whom Tidemark runs as.",
					),
				);
			return null;
		});
		if (facts === null) continue;
		if (facts.uid !== me)
			found.push(
				warning(
					`${each} belongs to another user (${facts.uid}) than the one who asks (${me}).`,
					"Tidemark starts only as the user whom its folder belongs to.",
				),
			);
		if ((facts.mode & 0o077) !== 0)
			found.push(
				wrong(
					`${each} is open to others on this machine (its mode is ${(facts.mode & 0o777).toString(8)}).`,
					"Whoever can write there commands Tidemark: the next start closes it where it can; do it now by chmod -R go= on the folder.",
				),
			);
	}
	return found;
}
