// With which certificate does the web speak TLS? Two files that fit together, as they are at the start; the web reads them again when they change.
import type { ReadFile } from "#lib/systems/setting.ts";
import { section, text } from "#lib/systems/setting.ts";
import { certificateFile, fits, keyFile } from "#lib/systems/tls-setting.ts";
import { belowOf } from "./below.ts";
import type { Configuration } from "./configuration.ts";
import type { Judge } from "./judge.ts";
import { judgeTree } from "./own-settings.ts";
import type { GivenTree } from "./sheet.ts";

const filesSay =
	"write the files below it:   { certificate: ./fullchain.pem, key: ./key.pem }";

export function judgeTls(
	given: GivenTree | undefined,
	read: ReadFile,
	absolute: (name: string) => string,
	judge: Judge,
): Configuration["tls"] {
	if (!given) return null;
	const tree = belowOf(given, "tls", filesSay, judge);
	const missing = ["certificate", "key"].filter((key) => !tree.below.has(key));
	if (missing.length > 0) {
		if ("below" in given) judge.add(tree, filesSay);
		return null;
	}
	const paths = judgeTree(tree, named, [], judge)?.settings;
	if (!paths) return null;
	const pair = judgeTree(tree, contents(read), [], judge)?.settings;
	if (!pair) return null;
	if (!fits(pair.certificate, pair.key))
		judge.add(
			tree.below.get("key") ?? tree,
			"does not belong to the certificate in certificate",
		);
	return { certificate: absolute(paths.certificate), key: absolute(paths.key) };
}

const named = section({
	certificate: text("write the path of a PEM file"),
	key: text("write the path of a PEM file"),
});

const contents = (read: ReadFile) =>
	section({ certificate: certificateFile(read), key: keyFile(read) });
