// What is a file called, and what is in it? Named after what it holds and when it was taken.
import { isoOf } from "#lib/wire/on-wire.ts";
import type { FileFormat } from "#lib/wire/request-parts.ts";

const contentTypes: Readonly<Record<FileFormat, string>> = {
	csv: "text/csv; charset=utf-8; header=present",
	json: "application/json",
};

export function fileHeaders(name: string, format: FileFormat, nowMs: number) {
	const at = isoOf(nowMs).replaceAll(/[-:]|\.\d+/g, "");
	return {
		"content-type": contentTypes[format],
		"content-disposition": `attachment; filename="tidemark-${name}-${at}.${format}"`,
	};
}
