// Is the line that does the same by hand safe to paste, and shown only where it does exactly that?
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { typedIn } from "#lib/for-tests-documents.ts";
import { deleteCommand, forgetCommand, resetCommand } from "./commands.ts";

const place = {
	hosts: "a:9092,b:9092",
	group: "billing",
	subscription: { channel: "orders" },
};
const of = (type: string) => ({ listed: { type } });
const row = (partition: number, after: number | null, first = 0, end = 9) => ({
	...{ channel: "orders", partition, after, to: after, first, end },
});

test.each([
	["classic", "kafka-consumer-groups.sh"],
	["consumer", "kafka-consumer-groups.sh"],
	["share", "kafka-share-groups.sh"],
	["streams", "kafka-streams-groups.sh"],
])("a %s group has its own tool", (type, tool) => {
	const head = `${tool} --bootstrap-server a:9092,b:9092 --group billing`;
	expect(deleteCommand(place, of(type))).toEqual([`${head} --delete`]);
	const option = type === "streams" ? "--input-topic" : "--topic";
	expect(forgetCommand(place, of(type))).toEqual([
		`${head} --delete-offsets ${option} orders`,
	]);
});

test("there is no line for a kind nobody knows, nor for a name that a terminal would obey", () => {
	expect(deleteCommand(place, of("of-tomorrow"))).toBeNull();
	const odd = { ...place, group: "a\nrm" };
	expect(deleteCommand(odd, of("classic"))).toBeNull();
	expect(resetCommand(odd, of("classic"), [row(0, 1)])).toBeNull();
});

test("a shell hands the list and every name on as they are", () => {
	const group = 'it\'s $(touch x); `y` "z" \\ *';
	const [line = ""] =
		resetCommand({ ...place, group }, of("classic"), [row(0, 4), row(1, 7)]) ??
		[];
	const shown = line.replace(
		"kafka-consumer-groups.sh",
		'tell() { printf "%s|" "$@"; cat "$list"; }; tell',
	);
	const heard = execFileSync("sh", ["-c", shown], { encoding: "utf8" });
	const [words = "", ...list] = heard.split(/\|(?=[^|]*$)/);
	expect(words.split("|").slice(0, 6)).toEqual([
		...["--bootstrap-server", "a:9092,b:9092", "--group", group],
		...["--reset-offsets", "--execute"],
	]);
	expect(list.join("")).toBe("orders,0,4\norders,1,7\n");
});

const none: readonly (readonly [
	string,
	string,
	readonly ReturnType<typeof row>[],
])[] = [
	["what begins nowhere", "classic", [row(0, null)]],
	["what begins at no number", "classic", [{ ...row(0, 6), to: -2 }]],
	["nothing", "classic", []],
	[
		"more than anybody would paste",
		"classic",
		Array.from({ length: 1_001 }, (_, i) => row(i, 1)),
	],
	["a share group between its first and its end", "share", [row(0, 4)]],
	[
		"a share group at the first here and the end there",
		"share",
		[row(0, 0), row(1, 9)],
	],
	["a streams group, whose tool removes more", "streams", [row(0, 4)]],
];

test.each(none)("there is no line for %s", (_, type, rows) => {
	expect(resetCommand(place, of(type), rows)).toBeNull();
});

test.each([
	["--to-earliest", [row(0, 0), row(2, 3, 3)]],
	["--to-latest", [row(0, 9), row(2, 7, 3, 7)]],
])("a share group is put where its tool can put it: %s", (option, rows) => {
	expect(resetCommand(place, of("share"), rows)).toEqual([
		`kafka-share-groups.sh --bootstrap-server a:9092,b:9092 --group billing --reset-offsets --topic orders:0,2 ${option} --execute`,
	]);
});

test("the lines of the documents are those that a plan shows", () => {
	const shown = {
		...{ hosts: "broker-1:9092", group: "payments" },
		subscription: { channel: "orders" },
	};
	expect(typedIn("docs/clean-ups.md", "kafka-consumer-groups.sh ")).toEqual([
		[
			...(deleteCommand(shown, of("classic")) ?? []),
			...(forgetCommand(shown, of("classic")) ?? []),
			...(resetCommand(shown, of("classic"), [row(0, 6), row(1, 2)]) ?? []),
		],
	]);
});
