// Is there room, how long does it last, can the store be read, and is it closed to others?
import { stat, statfs } from "node:fs/promises";
import path from "node:path";
import { within } from "#lib/collector/deadline.ts";
import { bytes } from "#lib/say/numbers.ts";
import { largest } from "#lib/say/times.ts";
import type { StoreCheck } from "#lib/store/backup-port.ts";
import type { Outside, OutsideFile, Seen } from "#lib/store/outside.ts";
import {
	type Finding,
	reasonOf,
	unknown,
	warning,
	well,
	wrong,
} from "./finding.ts";
import type { Scene, Subject } from "./scene.ts";

const logMostBytes = 256 * 1024 ** 2;
const dayMs = 86_400_000;
const soonDays = 14;
const checkMs = 5_000;

export const disk: Subject = {
	name: "Disk",
	async look(scene) {
		const { folder } = scene.configuration;
		return [
			...(await roomIn(scene, await above(folder))),
			...(await readable(scene)),
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

async function readable(scene: Scene): Promise<readonly Finding[]> {
	const { store, configuration } = scene;
	const check = await within(checkMs, scene.check).catch(() => null);
	const advice =
		"Its disk may be slow or hang, or this user may not read it: see this machine's own log.";
	if (check?.refusal)
		return [wrong(check.refusal, "It is not touched until then.")];
	if (store.is === "unreadable")
		return [
			wrong(
				`The store in ${configuration.folder} cannot be read: ${store.detail}.`,
				advice,
			),
		];
	if (store.is === "none") return [];
	return [
		check === null
			? unknown("The store was not read through in time.", advice)
			: well("The store is whole: it was read through."),
		...(check === null ? [] : [backupOf(check, scene.nowMs)]),
		...logOf(store),
		...("pulse" in store ? fullIn(store) : []),
	];
}

function backupOf({ backup }: StoreCheck, nowMs: number): Finding {
	if (backup === null)
		return unknown(
			"No backup lies in the usual place, beside the store.",
			"If none is kept elsewhere either: tidemark backup makes one while Tidemark runs.",
		);
	const ago = largest((nowMs - backup.atMs) / 1000, "en");
	return well(`The newest backup is ${ago} old: ${backup.file}`);
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
