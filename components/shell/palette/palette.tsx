"use client";
// How is anything found, and anything done, without leaving the keys? A box over the page, and what fits under it.
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useState } from "react";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { pressOf } from "#components/ui/keys.ts";
import { useLive } from "#components/ui/live.tsx";
import { useSheet } from "#components/ui/use-sheet.ts";
import { paletteWords } from "#lib/say/apart/palette.ts";
import { brief } from "#lib/say/name.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import { OfferLine } from "./offer-line.tsx";
import type { Offer } from "./offers.ts";
import { useFind } from "./use-find.ts";
import { useSections } from "./use-sections.ts";

export function Palette(props: {
	readonly onClose: () => void;
	readonly onKeys: () => void;
}) {
	const words = useWords();
	const said = paletteWords[words.language];
	const dialog = useSheet();
	const list = useId();
	const router = useRouter();
	const { pausedMs, toggle, askNow } = useLive();
	const [text, setText] = useState("");
	const [activeId, setActiveId] = useState<string | null>(null);
	const { found, problem, isAsking, again } = useFind(text);
	const { sections, things } = useSections(found, text, activeId, {
		isLive: pausedMs === null,
		...{ toggle, askNow, refresh: () => router.refresh() },
		showKeys: props.onKeys,
	});
	const offers = sections.flatMap((section) => section.offers);
	const at = Math.max(
		0,
		offers.findIndex(({ id }) => id === activeId),
	);
	const active = offers[at];
	const idOf = (offer: Offer) => `${list}-${offer.id.replaceAll(/\s/g, "-")}`;

	const choose = (offer: Offer, newTab: boolean) => {
		if ("run" in offer.does) {
			props.onClose();
			offer.does.run();
		} else if (newTab) window.open(offer.does.href, "_blank", "noopener");
		else {
			props.onClose();
			router.push(offer.does.href);
		}
	};
	const onKeyDown = (event: KeyboardEvent) => {
		// The key that ends a syllable must not choose anything.
		if (event.nativeEvent.isComposing || event.keyCode === 229) return;
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		const press = pressOf(event);
		if (step !== undefined && offers.length > 0)
			setActiveId(
				offers[(at + step + offers.length) % offers.length]?.id ?? null,
			);
		else if (event.key === "Enter" && active)
			choose(active, event.ctrlKey || event.metaKey);
		else if (press === "Ctrl K") props.onClose();
		else return;
		event.preventDefault();
	};
	const isNothing =
		offers.length === 0 && found !== null && !isAsking && problem === null;
	return (
		<dialog
			ref={dialog}
			className="float palette"
			aria-label={words.bar.find}
			closedby="any"
			onClose={props.onClose}
		>
			<div className="float-head">
				<Icon path={glyphs.find} size="m" />
				<input
					role="combobox"
					aria-expanded="true"
					aria-controls={list}
					aria-autocomplete="list"
					aria-label={words.bar.find}
					{...(active ? { "aria-activedescendant": idOf(active) } : {})}
					value={text}
					maxLength={200}
					{...{ spellCheck: false, autoComplete: "off", autoCapitalize: "off" }}
					onChange={({ target }) => {
						setText(target.value);
						setActiveId(null);
					}}
					onKeyDown={onKeyDown}
				/>
				<form method="dialog">
					<button type="submit" className="esc">
						<kbd>Esc</kbd>
						<span className="sr">{said.close}</span>
					</button>
				</form>
			</div>
			<div id={list} role="listbox" aria-label={words.bar.find} tabIndex={-1}>
				{sections.map(({ title, offers }) => (
					// biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list
					<div key={title} role="group" aria-label={title}>
						<p className="palette-title" aria-hidden="true">
							{title}
						</p>
						{offers.map((offer) => (
							<OfferLine
								key={offer.id}
								id={idOf(offer)}
								offer={offer}
								text={found?.wanted.text ?? ""}
								active={offer === active}
								onPoint={() => setActiveId(offer.id)}
								onChoose={(newTab) => choose(offer, newTab)}
							/>
						))}
					</div>
				))}
			</div>
			{problem !== null && (
				<p className="palette-said" role="alert">
					{problemSentence(words, problem.detail)}{" "}
					<button type="button" className="btn small" onClick={again}>
						{said.again}
					</button>
				</p>
			)}
			<p className={isNothing ? "palette-said" : "sr"} role="status">
				{isNothing
					? said.nothing(brief(text.trim()))
					: found === null && problem === null
						? said.asking
						: said.found(found?.whole.total ?? null, things)}
			</p>
			<footer className="palette-foot">
				<span>
					<kbd>↑ ↓</kbd> {said.hints.choose}
				</span>
				<span>
					<kbd>Enter</kbd> {said.hints.open}
				</span>
				<span>
					<kbd>Ctrl Enter</kbd> {said.hints.newTab}
				</span>
				<span className="grow" />
				<span aria-hidden="true">
					{said.found(found?.whole.total ?? null, things)}
				</span>
			</footer>
		</dialog>
	);
}
