// What is configured on this machine, in this folder, for this command? The real file, variables and systems.
import { readFileSync } from "node:fs";
import { outletKinds } from "#lib/alerts/register.ts";
import { redacted } from "#lib/systems/address.ts";
import { systems } from "#lib/systems/index.ts";
import { type Loaded, loadConfiguration } from "./load.ts";
import { type Search, search } from "./search.ts";

const searchWithinMs = 2500;

export function loadHere(argv: readonly string[]): Loaded {
	return loadConfiguration({
		argv,
		env: process.env,
		cwd: process.cwd(),
		read: readIfThere,
		...{ systems, outletKinds },
	});
}

/** `flags` name what was found as somebody would type it; nothing found this way has a secret. */
export async function searchHere(): Promise<
	Search & { readonly flags: string[] }
> {
	const found = await search(systems, searchWithinMs);
	const flags = found.found.flatMap(({ name, address }) => [
		"--broker",
		`${name}=${redacted(address)}`,
	]);
	return { ...found, flags };
}

function readIfThere(file: string): string | null {
	try {
		return readFileSync(file, "utf8");
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT")
			return null;
		throw error;
	}
}
