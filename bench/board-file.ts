// What does a file of a whole board cost? How long it takes, how large it is, and what the server holds while it is sent.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { rightsAs } from "#lib/access/for-tests.ts";
import { passwordsOf, usualStrength } from "#lib/access/passwords.ts";
import { noAccess } from "#lib/core/people/access.ts";
import type { Store } from "#lib/store/store.ts";
import { peerOf } from "#lib/web/peer.ts";
import { accessOf } from "#lib/web/place.ts";
import { answerRows } from "#lib/web/rows.ts";
import type { FileFormat } from "#lib/wire/request-parts.ts";

setFlagsFromString("--expose-gc");
/** The cast: what the flag puts there. */
const collect = runInNewContext("gc") as () => void;

/** Looked at so often while the file goes out. */
const looks = 20;
const megabyte = 1024 ** 2;

type FileCost = {
	readonly ms: number;
	readonly megabytes: number;
	/** The most that could not be let go, beyond what was there before. */
	readonly heldMegabytes: number;
};

export async function fileOf(
	store: Store,
	format: FileFormat,
	rowCount: number,
): Promise<FileCost> {
	const before = held();
	const startedMs = performance.now();
	let lookedMs = 0;
	let most = 0;
	let bytes = 0;
	let pieces = 0;
	// A piece is a row as JSON, and five hundred of them as a table.
	const every = (format === "json" ? rowCount : rowCount / 500) / looks;
	const reply = await answerRows(askedFor(store, format));
	for await (const piece of reply.body ?? []) {
		bytes += piece.length;
		if (++pieces % every >= 1) continue;
		const lookMs = performance.now();
		most = Math.max(most, held() - before);
		lookedMs += performance.now() - lookMs;
	}
	return {
		ms: performance.now() - startedMs - lookedMs,
		megabytes: bytes / megabyte,
		heldMegabytes: most / megabyte,
	};
}

function held(): number {
	collect();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

function askedFor(store: Store, format: FileFormat) {
	const address = `http://127.0.0.1:7700/api/rows?format=${format}`;
	const nowMs = Date.now();
	const request = new Request(address);
	const place = {
		listen: { host: "127.0.0.1", port: 7700 },
		...{
			address: null,
			tls: false,
			demo: false,
			scrapeHash: null,
			provider: null,
		},
		access: accessOf(noAccess),
		acting: { readOnly: true, readOnlyBrokers: [], reasonRequired: false },
		...{
			passwords: passwordsOf(usualStrength),
			build: null,
			now: () => nowMs,
			store: async () => store,
		},
	};
	return {
		...{ request, params: {}, nowMs, place },
		peer: peerOf(request.headers, place),
		store: async () => store,
		person: {
			...{ name: "bench", way: "link" as const, roles: ["viewer"] },
			...{ rights: rightsAs("viewer"), session: "" },
		} as const,
	};
}
