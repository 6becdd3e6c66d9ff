// How does an errand look on the wire, with whatever was found out for it?
import type { Errand } from "#lib/core/errand.ts";
import type { Look, Output } from "#lib/core/look.ts";
import type { PendingPage } from "#lib/core/pending.ts";
import { alertAnswerOnWire } from "./alert-answer-on-wire.ts";
import type { ErrandReply, LookReply } from "./errand.ts";
import { isoOf } from "./on-wire.ts";
import type { PendingReply } from "./pending.ts";

const isoOrNull = (ms: number | null): string | null =>
	ms === null ? null : isoOf(ms);

export function errandOnWire(errand: Errand): ErrandReply {
	return {
		id: errand.id,
		by: errand.by,
		state: errand.state,
		asked: isoOf(errand.askedMs),
		ended: isoOrNull(errand.endedMs),
		look: errand.look === null ? null : lookOnWire(errand.look),
		alerts: errand.alerts && alertAnswerOnWire(errand.alerts),
		findings:
			errand.findings?.map((finding) => ({
				...finding,
				kinds: [...finding.kinds],
			})) ?? null,
		failure: errand.failure,
	};
}

const outputOnWire = ({ behindSinceMs, ...output }: Output) => ({
	...output,
	behind: isoOrNull(behindSinceMs),
});

function lookOnWire({ atMs, ...look }: Look): LookReply {
	return {
		...look,
		at: isoOf(atMs),
		partitions: look.partitions.map(({ movedMs, ...line }) => ({
			...line,
			moved: isoOrNull(movedMs),
		})),
		members: look.members.map(({ output, ...member }) => ({
			...member,
			output: output && outputOnWire(output),
			partitions: member.partitions === null ? null : [...member.partitions],
		})),
		settings: [...look.settings],
		pending: look.pending && pendingOnWire(look.pending),
		survey: look.survey && {
			...look.survey,
			...{ idle: [...look.survey.idle], written: [...look.survey.written] },
			deliveries: [...look.survey.deliveries],
			holders: [...look.survey.holders],
		},
	};
}

function pendingOnWire({ entries, ...page }: PendingPage): PendingReply {
	return {
		...page,
		entries: entries.map(({ writtenMs, contents, ...entry }) => ({
			...entry,
			written: isoOrNull(writtenMs),
			contents: contents && { ...contents, fields: [...contents.fields] },
		})),
	};
}
