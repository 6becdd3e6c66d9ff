// Which versions of a request do a node and we both speak?
import { apiVersionsV3, Reader } from "@platformatic/kafka";
import { trouble } from "#lib/core/trouble.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import { type Request, wholeAnswer } from "../protocol/request.ts";
import { releaseIn } from "./release.ts";

/** By the request's key. Of one connection and not of the cluster: its nodes are upgraded one by one. */
export type Offers = ReadonlyMap<
	number,
	{ readonly oldest: number; readonly newest: number }
>;

type Greeting = { readonly offers: Offers; readonly release: string | null };

export const apiVersions: Request<Greeting> = {
	name: "ApiVersions",
	key: 18,
	oldest: 3,
	newest: 3,
	encode: () => apiVersionsV3.createRequest("tidemark", "0"),
	decode(bytes) {
		const answer = wholeAnswer(() =>
			apiVersionsV3.parseResponse(0, 18, 3, Reader.from(bytes)),
		);
		const offers = new Map(
			answer.apiKeys.map((api) => [
				api.apiKey,
				{ oldest: api.minVersion, newest: api.maxVersion },
			]),
		);
		return { offers, release: releaseIn(answer.supportedFeatures ?? []) };
	},
};

/** The node is older than the question, or newer than all we know of it. */
export class NotOffered extends TroubleError {}

/** A version the node lacks would be answered by closing the connection, without a word. */
export function versionOf(request: Request<unknown>, offers: Offers): number {
	const offer = offers.get(request.key);
	const newest = Math.min(request.newest, offer?.newest ?? -1);
	if (offer && newest >= Math.max(request.oldest, offer.oldest)) return newest;
	const offered = offer ? `${offer.oldest} to ${offer.newest}` : "none";
	throw new NotOffered(
		trouble(
			"wrong protocol",
			`${request.name} ${request.oldest} to ${request.newest} is needed, and the node offers ${offered}`,
		),
	);
}
