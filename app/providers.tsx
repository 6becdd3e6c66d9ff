"use client";
// What does every page stand in? Address, questions to the server, and the one switch that pauses them.
import {
	MutationCache,
	QueryCache,
	QueryClient,
	QueryClientProvider,
} from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { LiveProvider } from "#components/ui/live.tsx";
import { isUnauthenticated } from "#lib/wire/ask.ts";
import { CleanUps } from "./clean-ups.tsx";
import { Mutes } from "./mutes.tsx";

const newClient = () => {
	const client: QueryClient = new QueryClient({
		queryCache: new QueryCache({ onError: toEntry }),
		mutationCache: new MutationCache({ onError: toEntry }),
	});
	return client;

	/** Whoever is not signed in goes to the entry page, and from there back to the same address; whoever was is told so. */
	function toEntry(error: Error) {
		const { leaving } = document.documentElement.dataset;
		if (!isUnauthenticated(error) || leaving !== undefined) return;
		const here = location.pathname + location.search;
		const wasIn = client
			.getQueryCache()
			.getAll()
			.some(({ state }) => state.data);
		const next = encodeURIComponent(here);
		location.replace(`/enter?next=${next}${wasIn ? "&over" : ""}`);
	}
};

export function Providers(props: { readonly children: ReactNode }) {
	const [client] = useState(newClient);
	return (
		<NuqsAdapter>
			<QueryClientProvider client={client}>
				<LiveProvider>
					{props.children}
					<CleanUps />
					<Mutes />
				</LiveProvider>
			</QueryClientProvider>
		</NuqsAdapter>
	);
}
