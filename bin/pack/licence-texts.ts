// What do the licences say of what is built into the package? Their own words, since each asks to go along.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { locked } from "../supply/lock.ts";

export const isLicence = (name: string): boolean =>
	/^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(name);

/** Of every package of the product that lies here; one that is installed beside Tidemark brings its own as well. */
export function licenceTexts(root: string): string {
	const said = locked()
		.filter(({ isProduction, isOptional }) => isProduction && !isOptional)
		.map(({ place, name, version, licence }) => {
			const folder = path.join(root, place);
			const texts = readdirSync(folder)
				.filter(isLicence)
				.map((file) => readFileSync(path.join(folder, file), "utf8").trim());
			return [`── ${name} ${version} (${licence})`, ...texts].join("\n\n");
		});
	return `${said.join("\n\n\n")}\n`;
}
