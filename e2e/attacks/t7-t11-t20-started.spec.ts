// T7, T11, T20: what of a secret leaves the place it was written in, and can an address reach what no address should? Asked of the product as it is started.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "#world/eventually.ts";
import { type Canaries, expect, test } from "./canary-stage.ts";

/** As it was written, and as programs write it again. */
const formsOf = (secret: string): readonly string[] => {
	const bytes = Buffer.from(secret);
	// Wherever it stands among others, all but its ends is the same.
	const inner = [0, 1, 2].map((shift) =>
		Buffer.concat([Buffer.alloc(shift), bytes])
			.toString("base64")
			.slice(shift + 3, -4),
	);
	return [secret, bytes.toString("hex"), ...inner];
};

function foundIn(
	texts: ReadonlyMap<string, string>,
	secrets: Canaries["secrets"],
): readonly string[] {
	return [...texts].flatMap(([where, text]) =>
		[...secrets].flatMap(([what, secret]) =>
			formsOf(secret).some((form) => text.includes(form))
				? [`${what} in ${where}`]
				: [],
		),
	);
}

/** All that the product wrote on disk; names as well. */
function files(folder: string): [string, string][] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => {
			const file = join(entry.parentPath, entry.name);
			return [file, file + readFileSync(file, "latin1")];
		});
}

/** What `ps` shows of everything the product started. */
function commandLines(pid: number): [string, string][] {
	const tasks = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
	const own = readFileSync(`/proc/${pid}/cmdline`, "utf8");
	const below = tasks.trim().split(" ").filter(Boolean).map(Number);
	return [[`ps ${pid}`, own], ...below.flatMap(commandLines)];
}

const pages = [
	"/",
	"/?view=wall",
	"/enter",
	"/alerts",
	"/activity",
	"/no/page",
];

test("T11: no password, key or token is in any log, file, page, answer or list of processes", async ({
	canaries,
}) => {
	const { product, secrets, ask } = canaries;
	const errand = async (body: object): Promise<string> => {
		const reply = await ask("/api/errands", { verb: "POST", body });
		return JSON.parse(reply.text).id;
	};
	const board = async () => JSON.parse((await ask("/api/board")).text);
	// Each broker was tried, and whoever was told answered with all it heard.
	const { rows, brokers } = await eventually(async () => {
		const seen = await board();
		const failing = seen.brokers.filter(
			(it: { trouble: object | null }) => it.trouble !== null,
		);
		const isTold = canaries.heard() > 2 && seen.rows.length > 0;
		return isTold && failing.length === 3 ? seen : undefined;
	}, 60_000);
	const id = rows[0].id;
	const errands = [
		await errand({ verb: "look", subscription: id, part: "members" }),
		...(await Promise.all(
			["hook", "chat", "pager", "mail"].map((outlet) =>
				errand({ verb: "try outlet", outlet }),
			),
		)),
		await errand({
			...{ verb: "clean up", targets: { subscriptions: [id] } },
			cleanUp: { action: "destroy" },
		}),
	].filter(Boolean);
	for (const one of errands)
		await eventually(async () => {
			const { state } = JSON.parse((await ask(`/api/errands/${one}`)).text);
			return state !== "asked" || undefined;
		}, 15_000);
	const addresses = [
		...pages,
		...["/api/board", "/api/rows", "/api/rows?format=csv", "/api/alerts"],
		...["/api/alerts/past", "/api/rules", "/api/errands", "/api/session"],
		...["/api/history", "/api/ready", "/api/health", "/metrics"],
		...["/api/openapi.json", "/api/sign-in", "/api/people", "/api/sessions"],
		...["/api/tokens", "/api/nothing", "/api/board?cursor=x&limit=x"],
		...brokers.flatMap(({ name }: { name: string }) => [
			`/brokers/${name}`,
			`/api/brokers/${name}`,
		]),
		...[`/subscriptions/${id}`, `/api/subscriptions/${id}`],
		`/api/subscriptions/${id}/history`,
		...errands.map((one) => `/api/errands/${one}`),
	];
	const told = new Map<string, string>();
	for (const address of addresses) {
		const { text, headers } = await ask(address);
		told.set(`GET ${address}`, text + JSON.stringify(headers));
	}
	const wrong = await ask("/api/session", {
		...{ verb: "POST", body: { by: "entry", key: secrets.get("entry key") } },
	});
	told.set("the key once more", wrong.text);
	told.set("what it said", product.output().replace(product.entryLink, ""));
	// What a password was laid down as lies in the store, and nowhere else.
	expect([...told].filter(([, text]) => text.includes("$argon2id$"))).toEqual(
		[],
	);
	for (const [file, text] of files(join(product.folder, "store")))
		told.set(file, text);
	const child = readFileSync(`/proc/${product.webPid()}/stat`, "utf8");
	const parent = child.slice(child.lastIndexOf(")")).split(" ")[2];
	for (const [what, text] of commandLines(Number(parent))) told.set(what, text);
	expect(told.size).toBeGreaterThan(addresses.length + 6);
	expect(foundIn(told, secrets)).toEqual([]);

	// And the web was given none but what it needs to ask a provider.
	const given = readFileSync(`/proc/${product.webPid()}/environ`, "utf8");
	const brokersOwn = new Map(secrets);
	brokersOwn.delete("provider");
	expect(foundIn(new Map([["the web", given]]), brokersOwn)).toEqual([]);

	// Whoever searches this way finds them where they were written.
	const file = join(product.folder, "tidemark.yaml");
	const written = new Map([["the file", readFileSync(file, "utf8")]]);
	const inFile = foundIn(written, secrets).length;
	expect(inFile).toBeGreaterThanOrEqual(13);
	for (const secret of secrets.values())
		expect(secret.length).toBeGreaterThan(20);
	const coded = `Basic ${Buffer.from(`me:${secrets.get("sasl")}`).toString("base64")}`;
	expect(foundIn(new Map([["coded", coded]]), secrets)).toEqual([
		"sasl in coded",
	]);
});

const ways = ["..", "%2e%2e", "%2E.", "..%2f", "..%5c", "%252e%252e", "....//"];
const wanted = ["package.json", "tidemark.yaml", "etc/passwd"];

test("T7, T20: no path, language or name leads to a file that is not given out, or out of its header", async ({
	canaries: { ask, secrets },
}) => {
	const roots = [
		"/",
		"/_next/",
		"/_next/static/",
		"/api/",
		"/brokers/",
		"/fonts/",
	];
	const secret = [
		...secrets.values(),
		"root:x:0",
		'"dependencies"',
		"nextConfig",
	];
	for (const root of roots)
		for (const way of ways)
			for (const name of wanted) {
				const climb = `${way}/`.repeat(6).replaceAll("//", "/");
				for (const path of [
					`${root}${climb}${name}`,
					`${root}${way}/${name}`,
				]) {
					const { status, text, headers } = await ask(path);
					expect([
						path,
						status >= 400 ||
							status === 308 ||
							status === 307 ||
							/text\/html/.test(String(headers["content-type"])),
					]).toEqual([path, true]);
					expect([path, secret.filter((it) => text.includes(it))]).toEqual([
						path,
						[],
					]);
				}
			}
	const odd = [
		"../../../etc/passwd",
		"..%2F..%2Fetc%2Fpasswd",
		"/etc/passwd",
		"C:\\x",
		"a\0b",
		"en/../../x",
	];
	for (const name of odd) {
		const coded = encodeURIComponent(name);
		const language = await ask("/", {
			headers: { cookie: `tidemark-language=${coded}` },
		});
		expect(language.text).toMatch(/<html[^>]+lang="(?:en|ko)"/);
		for (const path of [
			`/api/brokers/${coded}`,
			`/api/subscriptions/${coded}`,
			`/api/subscriptions/${coded}/history`,
			`/api/errands/${coded}`,
			`/api/alerts/${coded}`,
		])
			expect([path, [400, 404].includes((await ask(path)).status)]).toEqual([
				...[path, true],
			]);
		const file = await ask(`/api/rows?format=${coded}`);
		expect(file.status).toBe(400);
		expect(
			(await ask(`/api/rows?format=csv&name=${coded}`)).headers[
				"content-disposition"
			],
		).toMatch(/^attachment; filename="tidemark-board-[\dTZ]+\.csv"$/);
	}
});
