"use client";
// What does one entry say, for whoever asks and may see it? As text, whatever was written.
import { useId } from "react";
import { shown } from "#lib/say/name.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { ContentsReply } from "#lib/wire/pending.ts";
import { type ContentsNow, useContentsPlace } from "./use-contents.ts";

export function ContentsButton(props: {
	readonly now: ContentsNow;
	readonly may: boolean | null;
	readonly id: string;
	readonly place: string;
}) {
	const { pending: words, access } = useWords();
	const { now, may, id, place } = props;
	const elsewhere = useContentsPlace();
	const mayNot = elsewhere === null ? words.mayNot : access.onlyAt(elsewhere);
	const why = useId();
	const isOpen = now.contents !== undefined;
	const isOff = may !== true || now.asking;
	return (
		<>
			<button
				type="button"
				className="btn small bare"
				aria-disabled={isOff}
				aria-expanded={isOpen}
				{...(isOpen ? { "aria-controls": place } : {})}
				{...(may === false ? { "aria-describedby": why } : {})}
				title={may === false ? mayNot : words.contentsOf(shown(id))}
				onClick={() => {
					if (isOff) return;
					if (isOpen) now.hide();
					else now.ask();
				}}
			>
				{isOpen ? words.hide : words.show}
				<span className="sr"> {shown(id)}</span>
			</button>
			{may === false && (
				<span id={why} className="sr">
					{mayNot}
				</span>
			)}
		</>
	);
}

export function Contents(props: {
	readonly now: Pick<ContentsNow, "contents" | "failure">;
	readonly id: string;
}) {
	const words = useWords();
	const { contents, failure } = props.now;
	if (failure !== null)
		return <p role="alert">{problemSentence(words, failure)}</p>;
	if (contents === undefined) return null;
	if (contents === null) return <p>{words.pending.noFields}</p>;
	return <Fields contents={contents} id={props.id} />;
}

export function Fields(props: {
	readonly contents: ContentsReply;
	readonly id: string;
}) {
	const { pending: words } = useWords();
	const { fields, fieldsLeftOut } = props.contents;
	const placed = fields.map((field, place) => ({ ...field, place }));
	return (
		<section aria-label={words.contentsOf(shown(props.id))}>
			<dl className="contents">
				{placed.map(({ name, value, place }) => (
					<div key={place}>
						<dt>
							<Text cut={name} />
						</dt>
						<dd>
							<Text cut={value} />
						</dd>
					</div>
				))}
			</dl>
			{fieldsLeftOut > 0 && (
				<p className="q">{words.fieldsLeftOut(fieldsLeftOut)}</p>
			)}
		</section>
	);
}

type Cut = ContentsReply["fields"][number]["name"];

function Text({ cut }: { readonly cut: Cut }) {
	const { pending: words } = useWords();
	return (
		<>
			<bdi>{shown(cut.text)}</bdi>
			{cut.bytesLeftOut > 0 && (
				<span className="q"> {words.bytesLeftOut(cut.bytesLeftOut)}</span>
			)}
		</>
	);
}
