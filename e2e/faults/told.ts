// Who was told of what? A rule for each name, one receiver, and what it holds.
import type { HttpSink } from "#world/http-sink.ts";

export type Notice = {
	readonly id: string;
	readonly rule: string;
	readonly says: "fires" | "still fires" | "over";
	readonly alerts: readonly { readonly id: string }[];
};

/** Told at once, of channels under their own name alone: what is gathered with others would come later. */
const waitingFor = (name: string) =>
	`    "${name}": { when: lag over 4, among: "channel:${name}", for: 0s, calm: 0s }\n`;

/** Whatever of these channels is ill, or has members that are called dead, or a broker that is called silent. */
export const illnessAmong = (
	channels: string,
): string => `    ill: { when: slow or graver, among: "channel:${channels}", for: 0s, calm: 0s }
    dead: { when: dead members over 0, among: "channel:${channels}", for: 0s, calm: 0s }
    silent: { when: broker silent, for: 0s, calm: 0s }
`;
export const illnesses: readonly string[] = ["ill", "dead", "silent"];

/** As it stands in the file. */
export const alertsTo = (
	{ url }: HttpSink,
	names: readonly string[],
	more = "",
): string => `alerts:
  usual: false
  allow: [127.0.0.1]
  outlets:
    hook: { kind: webhook, url: "${url}/hook" }
  rules:
${more}${names.map(waitingFor).join("")}`;

export const noticesIn = ({ heard }: HttpSink): readonly Notice[] =>
	heard.map(({ body }) => JSON.parse(body));

export const rulesTold = (
	sink: HttpSink,
	says: Notice["says"],
): readonly string[] => [
	...new Set(
		noticesIn(sink)
			.filter((notice) => notice.says === says)
			.map(({ rule }) => rule),
	),
];

/** I2: what is told twice bears the same name. Those that did not. */
export function namedTwice(sink: HttpSink): readonly string[] {
	const names = new Map<string, Set<string>>();
	for (const { id, rule, says, alerts } of noticesIn(sink)) {
		const of = `${rule} ${says} ${alerts.map((alert) => alert.id).join()}`;
		names.set(of, (names.get(of) ?? new Set()).add(id));
	}
	return [...names].flatMap(([of, ids]) => (ids.size === 1 ? [] : [of]));
}
