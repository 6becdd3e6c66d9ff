"use client";
// Who did what, when, from where and why, did it work, and can it be taken back? The newest first.
import { useRef } from "react";
import { FailedNote } from "#components/ui/failed-note.tsx";
import { useKeys } from "#components/ui/keys.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import { isFiltered, pathOf, useActivityAddress } from "./address.ts";
import { Filters } from "./filters.tsx";
import { ErrandRow } from "./row.tsx";
import type { Telling } from "./told.tsx";
import { useActivity } from "./use-activity.ts";
import { walk } from "./walk.ts";

const columns = [
	...(["when", "who", "what", "where"] as const),
	...(["outcome", "inWords", "undo"] as const),
] as const;

export function Activity({ telling }: { readonly telling: Telling }) {
	const words = useWords();
	const { activity: said } = words;
	const { address, set } = useActivityAddress();
	const { open, ...wanted } = address;
	const now = useActivity(wanted);
	const body = useRef<HTMLTableSectionElement>(null);
	useKeys({
		j: () => walk(body.current, 1),
		k: () => walk(body.current, -1),
		u: () =>
			document.activeElement
				?.closest("tr")
				?.querySelector<HTMLElement>(".c-un button")
				?.click(),
	});
	const nowMs = now.atMs ?? 0;
	const isEmpty = now.atMs !== null && now.errands.length === 0;
	return (
		<div className="activity">
			<title>{`${said.title} · Tidemark`}</title>
			<section className="sum">
				<h1 className="h-sec">{said.title}</h1>
				<Filters {...{ address, set }} />
				<span className="grow" />
				{(["csv", "json"] as const).map((format) => (
					<a
						key={format}
						className="btn small"
						href={pathOf(wanted, nowMs, { format })}
						download
					>
						{said.file(format.toUpperCase())}
					</a>
				))}
			</section>
			{now.problem !== null && (
				<div className="activity-said">
					<FailedNote
						said={problemSentence(words, now.problem)}
						again={words.trouble.again}
						onAgain={now.again}
					/>
				</div>
			)}
			{now.atMs === null && now.problem === null && (
				<p className="activity-said" aria-busy="true">
					{said.loading}
				</p>
			)}
			{isEmpty && (
				<p className="activity-said">
					{isFiltered(wanted) ? said.nothingFits : said.nothing}
				</p>
			)}
			{now.errands.length > 0 && (
				<table className="list acts-t" aria-label={said.title}>
					<thead>
						<tr>
							{columns.map((column) => (
								<th key={column} scope="col" className={`c-${column}`}>
									{said.columns[column]}
								</th>
							))}
						</tr>
					</thead>
					<tbody ref={body}>
						{now.errands.map((errand) => (
							<ErrandRow
								key={errand.id}
								{...{ errand, nowMs, telling }}
								isOpen={open === errand.id}
								onOpen={(isOpen) =>
									void set({ open: isOpen ? errand.id : null })
								}
							/>
						))}
					</tbody>
				</table>
			)}
			{now.hasOlder && (
				<p className="activity-said">
					<button
						type="button"
						className="btn"
						aria-disabled={now.isAsking}
						onClick={now.older}
					>
						{said.older}
					</button>
				</p>
			)}
		</div>
	);
}
