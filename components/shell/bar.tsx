"use client";
// What is always at hand? The way home, whether the screen is live, the theme and the language.
import dynamic from "next/dynamic";
import Link from "next/link";
import { comeLate } from "#components/ui/come-late.ts";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { useWords } from "#lib/say/speech.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { LiveSwitch } from "./live-switch.tsx";
import { Mark } from "./mark.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import type { Asking } from "./truth.ts";
import { ZoneSwitch } from "./zone-switch.tsx";

/** Comes after the board: it asks who is signed in. */
const Account = dynamic(
	() => comeLate(() => import("./account.tsx").then(({ Account }) => Account)),
	{ ssr: false },
);

export const pathsOf = {
	board: "/",
	alerts: "/alerts",
	activity: "/activity",
	people: "/people",
	wall: "/?view=wall",
} as const;
export type Page = keyof typeof pathsOf;
const pages = ["board", "alerts", "activity", "people", "wall"] as const;

export function Bar(props: {
	/** Null where nothing is asked again and again. */
	readonly asking: Omit<Asking, "monotonicMs"> | null;
	readonly stale: boolean;
	readonly onKeys?: () => void;
	readonly onFind?: () => void;
	/** What people wait for is drawn; all else may come. */
	readonly isSettled?: boolean;
	/** How many alerts fire; null where that is not known. */
	readonly firing?: number | null;
	/** Which page of the bar this is. */
	readonly at?: Page | null;
}) {
	const words = useWords();
	const { asking, stale, onKeys, onFind } = props;
	const { at = null, firing = null, isSettled = false } = props;
	return (
		<header className="bar">
			<a className="skip" href="#content">
				{words.bar.toContent}
			</a>
			<Link className="brand" href="/" prefetch={false}>
				<Mark />
				Tidemark
			</Link>
			<nav className="nav" aria-label={words.bar.main}>
				{pages.map((page) => (
					<Link
						key={page}
						href={pathsOf[page]}
						prefetch={false}
						{...(page === at ? { "aria-current": "page" as const } : {})}
					>
						{words.bar[page]}
						{page === "alerts" && <Count n={firing} />}
					</Link>
				))}
			</nav>
			<div className="grow" />
			{onFind && (
				<button type="button" className="find" onClick={onFind}>
					<Icon path={glyphs.find} />
					<span>{words.bar.find}…</span>
					<kbd>Ctrl K</kbd>
				</button>
			)}
			<div className="tools">
				{firing !== null && firing > 0 && (
					<Link
						className="tool bell"
						href={pathsOf.alerts}
						prefetch={false}
						title={words.bar.firing(firing)}
					>
						<ToolIcon glyph="bell" />
						<span className="sr">{words.bar.firing(firing)}</span>
						<Count n={firing} />
					</Link>
				)}
				{asking && <LiveSwitch asking={asking} stale={stale} />}
				{asking && <ZoneSwitch />}
				<LanguageSwitch />
				<ThemeSwitch />
				{onKeys && (
					<button
						type="button"
						className="tool keys-tool"
						title={words.bar.keys}
						aria-label={words.bar.keys}
						onClick={onKeys}
					>
						<kbd>?</kbd>
					</button>
				)}
				{asking && <span className="account">{isSettled && <Account />}</span>}
			</div>
		</header>
	);
}

const most = 999;

/** Heard with the bell, and beside the page on a phone. */
const Count = ({ n }: { readonly n: number | null }) =>
	n !== null &&
	n > 0 && (
		<span className="count" aria-hidden="true">
			{n > most ? `${most}+` : n}
		</span>
	);

/** A line icon that means nothing to those who do not see it: the control names itself. */
export const ToolIcon = (props: { readonly glyph: keyof typeof glyphs }) => (
	<Icon path={glyphs[props.glyph]} size="m" stroke={1.4} />
);
