// Who was told what while something was broken? The settings of one outlet, and what it heard, in the order it came.
import { eventually } from "#world/eventually.ts";
import type { HttpSink } from "#world/http-sink.ts";

/** Rules that fire at once, and are over as soon as it is calm; their only outlet is a receiver that keeps what it hears. */
export const alertsTo = (
	{ url }: HttpSink,
	rules: Readonly<Record<string, string>>,
): string => `alerts:
  usual: false
  allow: [127.0.0.1]
  outlets:
    hook: { kind: webhook, url: "${url}/hook" }
  rules:
${Object.entries(rules)
	.map(
		([name, when]) =>
			`    ${name}: { when: ${when}, for: 0s, calm: 0s, gravity: critical }\n`,
	)
	.join("")}`;

/** "waiting fires", "waiting over": of one broker. */
export const toldOf = ({ heard }: HttpSink, broker: string): string[] =>
	heard
		.map(({ body }) => JSON.parse(body))
		.filter((it) => it.broker === broker)
		.map(({ rule, says }) => `${rule} ${says}`);

/** Of a rule called "vanished": what each notice that began tells of, in the order they came. */
export const vanishedIn = (
	{ heard }: HttpSink,
	broker: string,
): readonly (readonly string[])[] =>
	heard
		.map(({ body }) => JSON.parse(body))
		.filter((it) => it.broker === broker)
		.filter(({ rule, says }) => rule === "vanished" && says === "fires")
		.map(({ alerts }) =>
			alerts
				.map(
					({ target }: { target: { channel: string; group: string | null } }) =>
						`${target.channel} ${target.group}`,
				)
				.sort(),
		);

/** Rests until each broker's notices are these, and says which are not. */
export async function untilTold(
	sink: HttpSink,
	brokers: readonly string[],
	notices: readonly string[],
	withinMs: number,
): Promise<void> {
	const wanted = JSON.stringify(notices);
	const others = () =>
		brokers.filter((it) => JSON.stringify(toldOf(sink, it)) !== wanted);
	await eventually(() => {
		const [first] = others();
		if (first === undefined) return true;
		throw new Error(`of ${first}: ${toldOf(sink, first).join(", ")}`);
	}, withinMs);
}
