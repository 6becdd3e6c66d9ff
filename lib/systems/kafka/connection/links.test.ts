// Is a node followed only to where the list allows?
import { expect, test } from "vitest";
import { parseAddress } from "#lib/systems/address.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import { metadata } from "../protocol/metadata.ts";
import { nothingConfigured } from "./configured.ts";
import { Links } from "./links.ts";

const address = parseAddress("kafka://first.example.org:9092,[::1]:9093");
if (!address) throw new Error("no address");

/** Whoever is asked after our own end says so at once, and nobody is dialled. */
async function saidBy(host: string, port: number, advertised: string) {
	if (!address) throw new Error("no address");
	const links = new Links(address, {
		...nothingConfigured,
		advertised: (place) => place === advertised,
	});
	links.settle([{ id: 1, host, port }]);
	const link = links.nodes.get(1);
	links.close();
	const asked = link?.ask(metadata([]), performance.now() + 1_000);
	return asked?.catch((error: unknown) =>
		error instanceof TroubleError ? error.trouble : "followed",
	);
}

test.each([
	["a listed place", "b.example.org", 1, "b.example.org:1", "followed"],
	["another port", "b.example.org", 2, "b.example.org:1", "b.example.org:2"],
	["another host", "10.0.0.9", 1, "b.example.org:1", "10.0.0.9:1"],
	["a number with colons", "fe80::1", 1, "[fe80::1]:1", "followed"],
	["a number not listed", "fe80::1", 2, "[fe80::1]:1", "[fe80::1]:2"],
	["what is configured", "first.example.org", 9092, "x:1", "followed"],
	["a configured number", "::1", 9093, "x:1", "followed"],
])("%s", async (_, host, port, listed, said) => {
	const expected =
		said === "followed"
			? said
			: { code: "address not listed", part: "", detail: said };
	expect(await saidBy(host, port, listed)).toEqual(expected);
});
