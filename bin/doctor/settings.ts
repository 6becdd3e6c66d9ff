// What is configured, where was that read, and is anything watched at all? Mistakes are said before anybody looks further.
import { existsSync } from "node:fs";
import type { Configuration } from "#lib/config/configuration.ts";
import { type Finding, unknown, warning, well } from "./finding.ts";
import type { Scene, Subject } from "./scene.ts";

export const settings: Subject = {
	name: "Configuration",
	look: async (scene) => [read(scene), ...watched(scene.configuration)],
};

function read({ file, configuration: { folder } }: Scene): Finding {
	return existsSync(file)
		? well(`${file} is read; the store lies in ${folder}.`)
		: unknown(
				`There is no ${file}: only variables and flags count, and the store lies in ${folder}.`,
				"If Tidemark was started with a file, a folder or flags, give this command the same.",
			);
}

function watched({
	brokers,
	readOnly,
	alerts,
}: Configuration): readonly Finding[] {
	const names = brokers.map(({ name }) => name).join(", ");
	return [
		brokers.length === 0
			? warning(
					"No broker is configured: only what answers on this machine's usual ports is watched.",
					"Write it below brokers in tidemark.yaml, or as --broker name=address.",
				)
			: well(
					`${brokers.length === 1 ? "1 broker is" : `${brokers.length} brokers are`} configured: ${names}.`,
				),
		...(readOnly
			? [well("readOnly is true: nothing is changed at any broker.")]
			: []),
		...(alerts.outlets.length === 0
			? [
					unknown(
						"No outlet is configured: whatever fires is seen on the page alone, and told to nobody.",
					),
				]
			: []),
	];
}
