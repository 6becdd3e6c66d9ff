// Does Tidemark run on this folder, is it heard, and is it this program with this configuration?
import { statSync } from "node:fs";
import { freshnessOf } from "#lib/core/freshness.ts";
import { duration } from "#lib/say/times.ts";
import type { Outside } from "#lib/store/outside.ts";
import type { Pulse } from "#lib/store/store.ts";
import { webIsBuilt } from "../children.ts";
import { type Finding, unknown, warning, well, wrong } from "./finding.ts";
import { beats, type Scene, type Subject } from "./scene.ts";
import { type Web, webAt } from "./web-here.ts";

export const product: Subject = {
	name: "Tidemark",
	async look(scene) {
		const web = await webAt(scene.configuration);
		const { store } = scene;
		const pulse = store.is === "there" ? store.pulse : null;
		return [
			...built(),
			...collector(scene, pulse, web),
			...answering(scene, web),
			...schemaOf(store),
			...asConfigured(scene, pulse),
		];
	},
};

const built = (): readonly Finding[] =>
	webIsBuilt()
		? []
		: [wrong("The web is not built.", "Run npm run build, then start it.")];

function collector(
	{ nowMs, store, configuration: { folder } }: Scene,
	pulse: Pulse | null,
	web: Web,
): readonly Finding[] {
	const where = `${folder} is where its store would be: was it started with another --folder, or from another place?`;
	if (store.is === "none")
		return [unknown(`No Tidemark ever ran on ${folder}.`, where)];
	if (pulse === null) return [];
	const aheadMs = pulse.atMs - nowMs;
	if (aheadMs > 5 * pulse.everyMs)
		return [
			wrong(
				`The collector last wrote ${ago(aheadMs)} from now: the clock of this machine was set back.`,
				"Set it right; until then all that was written before looks as if it were still to come.",
			),
		];
	const freshness = freshnessOf(pulse.atMs, pulse.everyMs, nowMs);
	const since = ago(nowMs - pulse.startedMs);
	if (freshness === "fresh")
		return [well(`The collector runs, for ${since}, and wrote just now.`)];
	const last = `The collector wrote ${ago(nowMs - pulse.atMs)} ago for the last time`;
	if (freshness === "late")
		return [
			warning(
				`${last}: it is late.`,
				"Look at the load of this machine and its disk.",
			),
		];
	return [
		web.is === "ours"
			? wrong(
					`${last}, and the web still answers: the collector hangs, or ends again and again.`,
					"Its last words stand in the log of whoever started it; frozen, full disk and a store that cannot be written are the usual reasons. Start Tidemark again.",
				)
			: wrong(
					`${last}: Tidemark does not run on ${folder}.`,
					"Start it: tidemark start",
				),
	];
}

function answering(scene: Scene, web: Web): readonly Finding[] {
	const { listen, url } = scene.configuration;
	const at = `${listen.host}:${listen.port}`;
	switch (web.is) {
		case "ours":
			return [well(`The web answers at ${at}; people open ${url}/.`)];
		case "other":
			return [
				wrong(
					`Something else than Tidemark answers at ${at}.`,
					"End it, or let Tidemark listen elsewhere (--listen).",
				),
			];
		case "silent":
			return [
				wrong(
					`The web listens at ${at} and answers nothing (${web.detail}).`,
					"It hangs, or its disk does: start Tidemark again.",
				),
			];
		case "closed":
			// Where nothing runs at all, that is told already.
			return beats(scene)
				? [
						wrong(
							`Nothing listens at ${at} (${web.detail}), though the collector runs.`,
							"The web ends again and again: see the log of whoever started it. Or it was started with another --listen.",
						),
					]
				: [];
	}
}

function schemaOf(store: Outside): readonly Finding[] {
	if (store.is !== "other schema") return [];
	const { schema, ours } = store;
	return [
		schema > ours
			? wrong(
					`The store was written by a newer Tidemark (its schema is ${schema}, this program knows ${ours}).`,
					"Start the newer program, or name another folder.",
				)
			: warning(
					`The store was written by an older Tidemark (its schema is ${schema}, this program writes ${ours}).`,
					"The next start brings it up to date; until then nothing more can be said of it.",
				),
	];
}

/** A collector reads its configuration when it starts. */
function asConfigured(scene: Scene, pulse: Pulse | null): readonly Finding[] {
	const { file, store, configuration } = scene;
	if (store.is !== "there" || pulse === null || !beats(scene)) return [];
	const changedMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
	const known = new Set(store.brokers.map(({ name }) => name));
	const missing = configuration.brokers.filter(({ name }) => !known.has(name));
	const names = missing.map(({ name }) => name).join(", ");
	return [
		...(changedMs > pulse.startedMs
			? [
					warning(
						`${file} was changed after Tidemark was started, which still goes by what stood there.`,
						"Start it again for the change to count.",
					),
				]
			: []),
		...(missing.length > 0
			? [
					wrong(
						`Tidemark was started without ${names}: nothing of that is watched.`,
						"Start it again, with this configuration.",
					),
				]
			: []),
	];
}

const ago = (ms: number): string => duration(Math.max(0, ms) / 1000, "en");
