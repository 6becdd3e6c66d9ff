// What do all pages share? The reader's language and theme, chosen before the first paint, and one set of providers.
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { themeCookie, themeOf } from "#components/shell/theme.ts";
import { languageCookie, languageOf } from "#lib/say/language.ts";
import {
	printZoneChoice,
	zoneChoiceOf,
	zoneCookie,
} from "#lib/say/zone-choice.ts";
import { Providers } from "./providers.tsx";
import { Spoken } from "./spoken.tsx";
import "./styles.css";

export const metadata: Metadata = {
	robots: { index: false, follow: false },
	icons: { icon: "/mark.svg" },
};

export const viewport: Viewport = {
	width: "device-width",
	initialScale: 1,
	colorScheme: "light dark",
};

/** Reading the request makes every page dynamic, which the nonce of its policy needs. */
export default async function Layout(props: { readonly children: ReactNode }) {
	const chosen = await cookies();
	const asked = await headers();
	const language = languageOf(
		chosen.get(languageCookie)?.value ?? null,
		asked.get("accept-language"),
	);
	const theme = themeOf(chosen.get(themeCookie)?.value);
	const build = process.env.TIDEMARK_BUILD;
	const zone = zoneChoiceOf(chosen.get(zoneCookie)?.value);
	return (
		<html
			lang={language}
			{...(build ? { "data-build": build } : {})}
			{...(theme === "system" ? {} : { "data-theme": theme })}
			data-zone={printZoneChoice(zone)}
			suppressHydrationWarning
		>
			<body>
				<Spoken language={language}>
					<Providers>{props.children}</Providers>
				</Spoken>
			</body>
		</html>
	);
}
