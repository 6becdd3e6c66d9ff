// Is a hole known in what Tidemark is made of? As the registry answers, and where it does not, that nobody knows.
import { npm } from "./npm.ts";

export type Known =
	| { readonly is: "clean"; readonly lesser: number }
	| { readonly is: "found"; readonly names: readonly string[] }
	| { readonly is: "not asked"; readonly why: string };

type Report = {
	readonly vulnerabilities?: Readonly<
		Record<string, { readonly severity: string }>
	>;
	readonly metadata?: {
		readonly vulnerabilities?: { readonly total?: number };
	};
	readonly message?: string;
	readonly error?: { readonly summary?: string };
};

const grave: ReadonlySet<string> = new Set(["high", "critical"]);

/** Packages for building and testing are asked about too: they run on machines that hold keys. */
export async function advisories(how: readonly string[] = []): Promise<Known> {
	const asked = ["audit", "--json", "--package-lock-only"];
	const said = await npm([...asked, "--audit-level=high", ...how]);
	return said.isThere
		? knownFrom(said.output, said.complaint)
		: { is: "not asked", why: "npm is not on the path" };
}

/** Only a report with a count of its own is an answer; anything else proves nothing. */
export function knownFrom(output: string, complaint: string): Known {
	const report = reportIn(output);
	const total = report?.metadata?.vulnerabilities?.total;
	if (report?.vulnerabilities === undefined || total === undefined) {
		const why =
			complaint.split("\n").find((line) => /\b[45]\d\d\b|E[A-Z]+/.test(line)) ??
			"the registry did not answer";
		return { is: "not asked", why: why.replace(/^npm \w+ (?:audit )?/, "") };
	}
	const names = Object.entries(report.vulnerabilities)
		.filter(([, { severity }]) => grave.has(severity))
		.map(([name, { severity }]) => `${name} (${severity})`);
	return names.length > 0
		? { is: "found", names }
		: { is: "clean", lesser: total };
}

function reportIn(output: string): Report | null {
	try {
		return JSON.parse(output);
	} catch {
		return null;
	}
}
