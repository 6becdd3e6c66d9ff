"use client";
// Light, dark, or as the system? The cookie lets the server paint the next page right from the start.
import { useSyncExternalStore } from "react";
import { keepChoice } from "#components/ui/cookie.ts";
import { useWords } from "#lib/say/speech.tsx";
import { ToolIcon } from "./bar.tsx";
import { type Theme, themeCookie, themeOf, themes } from "./theme.ts";

/** The document holds the choice: the server wrote it there before the first paint. */
const chosen = (): Theme => themeOf(document.documentElement.dataset.theme);

function subscribe(listener: () => void): () => void {
	const observer = new MutationObserver(listener);
	observer.observe(document.documentElement, {
		attributeFilter: ["data-theme"],
	});
	return () => observer.disconnect();
}

export function chooseTheme(theme: Theme): void {
	keepChoice(themeCookie, theme);
	if (theme === "system") delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = theme;
}

export function ThemeSwitch() {
	const { bar } = useWords();
	const theme = useSyncExternalStore<Theme>(subscribe, chosen, () => "system");
	const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
	return (
		<button
			type="button"
			className="tool"
			title={`${bar.theme}: ${bar.themes[theme]}`}
			aria-label={`${bar.theme}: ${bar.themes[theme]}`}
			onClick={() => chooseTheme(next)}
		>
			<ToolIcon glyph={theme} />
		</button>
	);
}
