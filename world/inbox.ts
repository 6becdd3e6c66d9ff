// Who hears of the demo's alerts? The terminal it was started in: each notice is printed as somebody would read it.
import { startHttpSink } from "./http-sink.ts";

/** What the configuration says of it. */
export async function startInbox(): Promise<string> {
	const sink = await startHttpSink();
	sink.answer(({ body }) => {
		console.log(`\n${visible(body).trim()}`);
		return { code: 200 };
	});
	return [
		"alerts:",
		"  allow: [127.0.0.1]",
		"  outlets:",
		"    terminal:",
		"      kind: webhook",
		`      url: ${sink.url}/`,
		'      template: "{{title}}\\n{{text}}"',
		"",
	].join("\n");
}

/** Names come from brokers: nothing of them moves or hides anything on a terminal. */
const visible = (text: string): string =>
	text.replace(/[^\P{C}\n]/gu, "\u{fffd}");
