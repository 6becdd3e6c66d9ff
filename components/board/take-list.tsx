"use client";
// How is what is seen taken along? As a file, as the question to the API, or as a link.
import { useState } from "react";
import { takeWords } from "#lib/say/apart/take.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Sort } from "./address.ts";
import { pathOf } from "./use-board.ts";

export function TakeList(props: {
	readonly filter: string;
	readonly sort: Sort;
	readonly total: number;
}) {
	const take = takeWords[useWords().language];
	const { filter, sort, total } = props;
	const [copied, setCopied] = useState(false);
	const file = (format: string) =>
		`/api/rows?${new URLSearchParams({ ...(filter && { filter }), sort, format })}`;
	const copy = async () => {
		await navigator.clipboard.writeText(location.href);
		setCopied(true);
	};
	return (
		<>
			<a href={file("csv")} download>
				{take.file("CSV", total)}
			</a>
			<a href={file("json")} download>
				{take.file("JSON", total)}
			</a>
			<a
				href={pathOf({ filter, sort, limit: 200 })}
				target="_blank"
				rel="noopener"
			>
				{take.call}
			</a>
			<button type="button" onClick={copy} onBlur={() => setCopied(false)}>
				<span aria-live="polite">{copied ? take.copied : take.link}</span>
			</button>
		</>
	);
}
