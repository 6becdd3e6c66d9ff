// What does a broker's chip tell whoever points at it?
import { brief, shown } from "#lib/say/name.ts";
import { troubleSentence } from "#lib/say/sentence.ts";
import type { Words } from "#lib/say/words/words.ts";
import type { BrokerReply } from "#lib/wire/board.ts";

/** What is wrong, in our words first, then in the broker's own; what to check stands on its page. */
export function titleOf(words: Words, broker: BrokerReply): string {
	const lines = [shown(broker.name), shown(broker.address)];
	if (broker.version !== null) lines.push(shown(broker.version));
	const troubles = [broker.trouble, ...broker.parts];
	for (const trouble of troubles) {
		if (trouble === null) continue;
		const part = trouble.part === "" ? broker.name : trouble.part;
		lines.push(
			words.strip.part(shown(part), troubleSentence(words, trouble.code)),
		);
		if (trouble.detail !== "")
			lines.push(words.strip.said(brief(trouble.detail, 300)));
	}
	return lines.join("\n");
}
