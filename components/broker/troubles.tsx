// What is wrong with a broker or a part of it, in whose words, and what is there to check?
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { brief, shown } from "#lib/say/name.ts";
import { checkSentence, troubleSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { BrokerReply } from "#lib/wire/board.ts";

export function Troubles(props: { readonly broker: BrokerReply }) {
	const words = useWords();
	const { name, trouble, parts } = props.broker;
	const all = trouble === null ? parts : [trouble, ...parts];
	if (all.length === 0) return null;
	return (
		<ul className="broker-troubles" aria-label={words.brokerPage.troubles}>
			{all.map((one) => (
				<li
					key={JSON.stringify(one)}
					className={`note ${one === trouble ? "l-losing" : "l-stalled"}`}
				>
					<Icon path={glyphs.warn} />
					<div>
						<p className="b">
							{words.strip.part(
								shown(one.part === "" ? name : one.part),
								troubleSentence(words, one.code),
							)}
						</p>
						{one.detail !== "" && (
							<p>
								<bdi>{words.strip.said(brief(one.detail, 300))}</bdi>
							</p>
						)}
						<p>{checkSentence(words, one.code)}</p>
					</div>
				</li>
			))}
		</ul>
	);
}
