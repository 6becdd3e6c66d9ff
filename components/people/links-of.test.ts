// Does what is secret stand behind the hash of a link, and nowhere else?
import { expect, test, vi } from "vitest";
import { invitationLink, wallLink } from "./links-of.ts";

test("an invitation carries its key and its name behind the hash", () => {
	vi.stubGlobal("location", { origin: "https://tidemark.example.org" });
	const link = new URL(invitationLink("invitation=abc_D-1", "mina kim&x=1"));
	expect(link.pathname + link.search).toBe("/enter");
	const behind = new URLSearchParams(link.hash.slice(1));
	expect(Object.fromEntries(behind)).toEqual({
		invitation: "abc_D-1",
		for: "mina kim&x=1",
	});
	expect(wallLink("key=xyz")).toBe(
		"https://tidemark.example.org/enter#key=xyz",
	);
	vi.unstubAllGlobals();
});
