// What is Tidemark made of, under which licences, and is a hole known in any of it? `npm run supply`
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { advisories } from "./supply/advisories.ts";
import { billOf } from "./supply/bill.ts";
import { pageOf, unfree } from "./supply/licences.ts";
import { locked, root } from "./supply/lock.ts";

const page = path.join(root, "THIRD-PARTY.md");
const bill = path.join(root, ".tidemark/supply/tidemark.cdx.json");

const { values: asked } = parseArgs({
	options: { write: { type: "boolean" }, strict: { type: "boolean" } },
});

type Found = { readonly mark: "✓" | "✗" | "?"; readonly say: string };

async function licences(): Promise<Found> {
	const packages = locked();
	const wrong = unfree(packages);
	if (wrong.length > 0) return { mark: "✗", say: wrong.join("\n  ") };
	const text = pageOf(packages);
	if (asked.write === true) await writeFile(page, text);
	const isCurrent = (await readFile(page, "utf8").catch(() => "")) === text;
	return isCurrent
		? { mark: "✓", say: "licences: as THIRD-PARTY.md tells, none unknown" }
		: { mark: "✗", say: "THIRD-PARTY.md is old: npm run supply -- --write" };
}

async function billOfMaterials(): Promise<Found> {
	const made = await billOf(locked());
	if (typeof made === "string") return { mark: "✗", say: made };
	await mkdir(path.dirname(bill), { recursive: true });
	await writeFile(bill, `${JSON.stringify(made, null, "\t")}\n`);
	return {
		mark: "✓",
		say: `bill of materials: ${made.components.length} packages in ${path.relative(root, bill)}`,
	};
}

async function holes(): Promise<Found> {
	const known = await advisories();
	if (known.is === "found")
		return { mark: "✗", say: `known holes: ${known.names.join(", ")}` };
	if (known.is === "clean")
		return {
			mark: "✓",
			say: `known holes: none that is high or critical, ${known.lesser} lesser`,
		};
	return {
		mark: asked.strict === true ? "✗" : "?",
		say: `known holes: could not be asked, so nothing is known (${known.why})`,
	};
}

for (const step of [licences, billOfMaterials, holes]) {
	const { mark, say } = await step();
	console.log(`${mark} ${say}`);
	if (mark === "✗") process.exitCode = 1;
}
