// Why does Tidemark show nothing? One command looks at all it depends on, changes none of it, and says what is wrong and what to do.
import { within } from "#lib/collector/deadline.ts";
import { loadHere } from "#lib/config/here.ts";
import { sentenceOf } from "#lib/config/mistake.ts";
import { lookAtStore, type Outside } from "#lib/store/outside.ts";
import { tell } from "../said.ts";
import { brokers } from "./brokers.ts";
import { disk } from "./disk.ts";
import { files } from "./files.ts";
import { type Finding, reasonOf, unknown, wrong } from "./finding.ts";
import { machine } from "./machine.ts";
import { outlets } from "./outlets.ts";
import { asJson, asText, type Report } from "./printed.ts";
import { product } from "./product.ts";
import { fileIn, type Scene, type Subject } from "./scene.ts";
import { serving } from "./serving.ts";
import { settings } from "./settings.ts";
import { readThrough } from "./store-through.ts";

const usage = `tidemark doctor says what is wrong with the configuration, the running Tidemark, the brokers and the rights there, the disk, the clocks and this machine, and what to do about it.

  tidemark doctor          in sentences, the gravest first; ends with 1 where something is wrong, else with 0
  tidemark doctor --json   the same for programs

It only reads, beside a Tidemark that runs as well as where none does, and answers within ten seconds whatever hangs.
Give it the folder, the variables and the flags that \`tidemark start\` was given.
`;

const subjects: readonly Subject[] = [
	...[settings, files, product, serving],
	...[brokers, disk, outlets, machine],
];

const subjectMs = 6_500;
const storeMs = 2_000;

export async function doctor(argv: readonly string[]): Promise<number> {
	if (argv.some((it) => ["help", "--help", "-h"].includes(it)))
		return tell(usage, 0);
	const others = argv.filter((it) => it !== "--json");
	const report = await reportOf(others);
	const isJson = others.length < argv.length;
	const isWrong = report.some(({ is }) => is === "wrong");
	return tell(isJson ? asJson(report) : asText(report), isWrong ? 1 : 0);
}

async function reportOf(argv: readonly string[]): Promise<Report> {
	const loaded = loadHere(argv);
	if (loaded.mistakes) {
		const said = loaded.mistakes.map((mistake) =>
			wrong(
				ended(sentenceOf(mistake)),
				"It does not start until that is right.",
			),
		);
		const here = await machine.look();
		return [
			...said.map((it) => ({ about: settings.name, ...it })),
			{ about: settings.name, ...notLooked },
			...here.map((it) => ({ about: machine.name, ...it })),
		];
	}
	const { configuration } = loaded;
	const through = readThrough(configuration.folder);
	try {
		const seen = lookAtStore(configuration.folder);
		const store = await within(storeMs, seen).catch(unreadable);
		const scene: Scene = {
			...{ configuration, file: fileIn(argv), store, nowMs: Date.now() },
			check: through.check,
		};
		return (await Promise.all(subjects.map((it) => lookOf(it, scene)))).flat();
	} finally {
		through.end();
	}
}

async function lookOf({ name, look }: Subject, scene: Scene): Promise<Report> {
	const findings = await within(subjectMs, look(scene)).catch((error) => [
		hanging(name, error),
	]);
	return findings.map((it) => ({ about: name, ...it }));
}

const ended = (sentence: string): string =>
	/[.?]$/.test(sentence) ? sentence : `${sentence}.`;

const notLooked = unknown(
	"Brokers, store and disk were not looked at: the configuration says which they are.",
);

const unreadable = (error: unknown): Outside => ({
	...{ is: "unreadable", detail: reasonOf(error) },
});

/** What hangs is wrong by itself; what was thrown is a fault of ours, and the others still speak. */
const hanging = (name: string, error: unknown): Finding =>
	wrong(
		`${name}: this look came to no end (${reasonOf(error)}).`,
		"Something it needs hangs: a name server, a file system on the network, or this machine.",
	);
