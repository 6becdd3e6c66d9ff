// What does somebody read on a dialog? Its words in order, for tests.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { SpokenEn } from "#lib/say/en/spoken.tsx";
import type { CleanUpReply } from "#lib/wire/clean-up.ts";
import { Body } from "./body.tsx";
import { planned } from "./for-tests.ts";
import type { Steps } from "./use-steps.ts";
import { viewOf } from "./view.ts";

const nothing = () => {};
const steps: Steps = {
	...{ isBusy: false, failure: null, approve: nothing, cancel: nothing },
	...{ stop: nothing, undo: nothing, draw: nothing, close: nothing },
};
export const nowMs = Date.parse(planned) + 8_000;

export function drawn(node: ReactNode, Spoken = SpokenEn): string {
	const html = renderToStaticMarkup(
		<QueryClientProvider client={new QueryClient()}>
			<Spoken>{node}</Spoken>
		</QueryClientProvider>,
	);
	return html.replace(/<[^>]+>/g, " ").replace(/[\s\u00a0]+/g, " ");
}

export const body = (errand: CleanUpReply, Spoken = SpokenEn): string =>
	drawn(
		<Body
			{...{ errand, nowMs, steps, isBefore: false }}
			view={viewOf(errand, nowMs)}
		/>,
		Spoken,
	);
