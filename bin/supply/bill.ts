// What is Tidemark made of, in the words of CycloneDX? npm's own list, under our name.
import type { Locked } from "./lock.ts";
import { npm } from "./npm.ts";

type Component = {
	readonly "bom-ref": string;
	readonly name: string;
	readonly version: string;
};
export type Bill = {
	readonly bomFormat: string;
	readonly specVersion: string;
	readonly metadata: { readonly component: Component };
	readonly components: readonly (Component & {
		readonly purl: string;
		readonly hashes?: readonly {
			readonly alg: string;
			readonly content: string;
		}[];
		readonly licenses?: readonly unknown[];
	})[];
	readonly dependencies: readonly {
		readonly ref: string;
		readonly dependsOn: readonly string[];
	}[];
};

/** From the lock file, so that it is the same on every machine; a sentence where npm makes none. */
export async function billOf(
	packages: readonly Locked[],
): Promise<Bill | string> {
	const said = await npm([
		"sbom",
		"--sbom-format=cyclonedx",
		"--package-lock-only",
	]);
	if (!said.isThere) return "npm is not on the path";
	try {
		return ofTheProduct(JSON.parse(said.output), packages);
	} catch {
		return `npm made no list: ${said.complaint.trim().split("\n").at(-1)}`;
	}
}

/** Left to itself, npm 11 leaves out with the packages for tests those of ours that tests use too, and calls us as our folder is called. */
function ofTheProduct(bill: Bill, packages: readonly Locked[]): Bill {
	const ours = new Set(
		packages
			.filter(({ isProduction }) => isProduction)
			.map(({ name, version }) => `${name}@${version}`),
	);
	const top = bill.metadata.component["bom-ref"];
	const isOurs = (ref: string): boolean => ref === top || ours.has(ref);
	return {
		...bill,
		metadata: {
			...bill.metadata,
			component: { ...bill.metadata.component, name: "tidemark" },
		},
		components: bill.components.filter((one) => isOurs(one["bom-ref"])),
		dependencies: bill.dependencies
			.filter(({ ref }) => isOurs(ref))
			.map(({ ref, dependsOn }) => ({
				ref,
				dependsOn: dependsOn.filter(isOurs),
			})),
	};
}
