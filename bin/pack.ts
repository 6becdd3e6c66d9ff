// How does Tidemark become a package that npm installs anywhere? `npm run tarball`: compiled before, with its web built, and nothing to build where it runs.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { compiled } from "./pack/compiled.ts";
import { licenceTexts } from "./pack/licence-texts.ts";
import { manifestOf } from "./pack/manifest.ts";
import { carryWeb } from "./pack/web.ts";
import { npm } from "./supply/npm.ts";

const root = path.dirname(import.meta.dirname);
const folder = path.join(root, ".tidemark/package");
const web = ".tidemark/web";
const asTheyAre = [
	...["bin/tidemark", "tidemark.example.yaml", "deploy/tidemark.service"],
	...["README.md", "CHANGELOG.md", "LICENSE", "THIRD-PARTY.md"],
];
const readJson = (file: string) =>
	JSON.parse(readFileSync(path.join(root, file), "utf8"));

async function put(file: string, text: string): Promise<void> {
	const place = path.join(folder, file);
	await mkdir(path.dirname(place), { recursive: true });
	await writeFile(place, text);
}

async function fill(): Promise<void> {
	const { files, packages } = compiled(root);
	for (const [file, text] of files) await put(file, text);
	for (const file of asTheyAre)
		await cp(path.join(root, file), path.join(folder, file));
	await carryWeb(root, path.join(folder, web));
	const lock = readJson("package-lock.json");
	const manifest = manifestOf(readJson("package.json"), lock, packages);
	await put("package.json", `${JSON.stringify(manifest, null, "\t")}\n`);
	await put("licences.txt", licenceTexts(root));
}

type Packed = {
	readonly filename: string;
	readonly size: number;
	readonly unpackedSize: number;
	readonly entryCount: number;
};

async function tarball(): Promise<Packed> {
	const to = path.join(root, ".tidemark");
	const how = ["--json", "--ignore-scripts", "--pack-destination", to];
	const { output, complaint } = await npm(["pack", folder, ...how]);
	const [packed]: readonly Packed[] = JSON.parse(output || "[]");
	if (packed === undefined) throw new Error(`npm packed nothing: ${complaint}`);
	return packed;
}

const inMb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

execFileSync(process.execPath, [path.join(root, "bin/build.ts")], {
	...{ cwd: root, stdio: "inherit" },
});
await rm(folder, { recursive: true, force: true });
await fill();
const { filename, size, unpackedSize, entryCount } = await tarball();
console.log(
	`.tidemark/${filename}: ${inMb(size)}, unpacked ${inMb(unpackedSize)} in ${entryCount} files`,
);
