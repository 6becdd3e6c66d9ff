// What does the package say of itself? What it needs where it runs, and nothing of how it is made.
import { type Lock, pinned } from "./pinned.ts";

type Project = Readonly<
	Record<"name" | "version" | "description" | "license", string>
>;

export function manifestOf(
	{ name, version, description, license }: Project,
	lock: Lock,
	needed: ReadonlySet<string>,
) {
	return {
		...{ name, version, description, license, type: "module" },
		engines: { node: ">=24" },
		os: ["!win32"],
		bin: { tidemark: "bin/tidemark" },
		imports: { "#lib/*": "./lib/*" },
		files: [
			...["bin", "lib", ".tidemark/web", "tidemark.example.yaml"],
			...["deploy", "CHANGELOG.md", "THIRD-PARTY.md", "licences.txt"],
		],
		...pinned(lock, needed),
	};
}
