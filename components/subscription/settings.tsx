// Which settings of the broker decide how this goes? Named, with their values as somebody would say them.
import { Unknown } from "#components/ui/unknown.tsx";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Words } from "#lib/say/words/words.ts";
import type { LookReply } from "#lib/wire/errand.ts";

type Setting = LookReply["settings"][number];

export function Settings(props: {
	readonly settings: readonly Setting[];
	/** Instead of the usual one; null for none. */
	readonly title?: string | null;
}) {
	const words = useWords();
	const { title = words.subscription.settings } = props;
	if (props.settings.length === 0) return null;
	return (
		<section className="settings">
			{title !== null && <h3>{title}</h3>}
			<dl>
				{props.settings.map((setting) => (
					<div key={setting.code}>
						<dt>{words.subscription.settingNames[setting.code]}</dt>
						<dd>
							{setting.value === null ? (
								<Unknown why={words.numbers.notKnown} />
							) : (
								<bdi>{said(words, setting.code, setting.value)}</bdi>
							)}
						</dd>
					</div>
				))}
			</dl>
		</section>
	);
}

function said(
	{ numbers, subscription }: Words,
	code: Setting["code"],
	value: string | number,
): string {
	if (typeof value === "string") {
		const known: Readonly<Record<string, string>> = subscription.settingWords;
		// A group may be in a state of any name; only our own words are translated.
		return Object.hasOwn(known, value) ? (known[value] ?? "") : brief(value);
	}
	if (isCount(code)) return numbers.count(value);
	return sizes.includes(code)
		? numbers.bytes(value)
		: numbers.duration(value / 1_000);
}

const counts: readonly Setting["code"][] = [
	...(["waiting", "in progress", "put off", "failed", "longest"] as const),
	"delivered again",
];
const sizes: readonly Setting["code"][] = ["kept up to", "largest"];
const isCount = (code: Setting["code"]): boolean => counts.includes(code);
