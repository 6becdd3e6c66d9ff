// Which of the built web goes into the package? What answers, without what only the build needs, and without a path of this machine.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { isLicence } from "./licence-texts.ts";

const notCarried = [
	// An image optimiser that is switched off, its native half under the LGPL, and what only it uses.
	...["@img", "sharp", "semver", "detect-libc"].map(
		(name) => `node_modules/${name}`,
	),
	// What a build looks up of fonts that it fetches.
	"node_modules/next/dist/server/capsize-font-metrics.json",
	".tidemark/next/cache",
];

export function isCarried(file: string): boolean {
	if (/\.(?:map|nft\.json)$/.test(file)) return false;
	// Pictures for the pages of the repository.
	if (/^public\/[^/]+\.png$/.test(file)) return false;
	return !notCarried.some(
		(place) => file === place || file.startsWith(`${place}/`),
	);
}

/** Its name is that of the build, which pages compare with their own. */
export async function carryWeb(root: string, to: string): Promise<void> {
	const places = path.join(root, ".tidemark/web");
	const stamp = readFileSync(path.join(places, "current"), "utf8");
	const [from, web] = [path.join(places, stamp), path.join(to, stamp)];
	await cp(from, web, {
		recursive: true,
		filter: (file) => isCarried(path.relative(from, file)),
	});
	for (const file of ["current", "package.json"])
		await cp(path.join(places, file), path.join(to, file));
	// The web's own folder is where it runs, so that whatever names the one it was built in may say so.
	for (const file of ["server.js", ".tidemark/next/required-server-files.json"])
		await withoutRoot(path.join(web, file), root);
	await carryLicences(root, web);
}

async function withoutRoot(file: string, root: string): Promise<void> {
	const text = await readFile(file, "utf8");
	await writeFile(file, text.replaceAll(root, "."));
}

/** What Next traces is code; whoever hands a package on hands its licence on too. */
async function carryLicences(root: string, web: string): Promise<void> {
	const folders = readdirSync(path.join(web, "node_modules"), {
		...{ recursive: true, withFileTypes: true },
	})
		.filter((entry) => entry.isFile() && entry.name === "package.json")
		.map(({ parentPath }) => parentPath);
	for (const folder of folders) {
		const original = path.join(root, path.relative(web, folder));
		if (!existsSync(original)) continue;
		for (const name of readdirSync(original).filter(isLicence))
			await cp(path.join(original, name), path.join(folder, name));
	}
}
