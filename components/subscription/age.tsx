// How long was it when the broker showed it? And since when, for whoever wants to compare it with a log.
import { Time } from "#components/ui/time.tsx";
import { Unknown } from "#components/ui/unknown.tsx";
import { useWords } from "#lib/say/speech.tsx";

export function Age(props: {
	readonly ms: number | null;
	/** When the broker showed it. */
	readonly atMs: number;
}) {
	const { numbers } = useWords();
	const { ms, atMs } = props;
	if (ms === null) return <Unknown why={numbers.notKnown} />;
	return (
		<Time ms={atMs - ms} whole={numbers.wholly}>
			{numbers.duration(ms / 1_000)}
		</Time>
	);
}
