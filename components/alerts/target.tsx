// What is an alert about? A subscription by its name, else the broker, the outlet or the store.
import Link from "next/link";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { AlertTargetReply } from "#lib/wire/alerts.ts";
import type { SystemReply } from "#lib/wire/board.ts";
import { targetHref, targetSaid } from "./said.ts";

export function Target(props: {
	readonly target: AlertTargetReply;
	readonly systems: readonly SystemReply[];
	/** Without the broker, where there is no room. */
	readonly isBrief?: boolean;
}) {
	const { target, systems, isBrief = false } = props;
	const words = useWords();
	const href = targetHref(target);
	const said = targetSaid(words, target);
	const named =
		"system" in target
			? systems.find(({ name }) => name === target.system)
			: undefined;
	const inside = (
		<>
			{named && !isBrief && (
				<Icon path={named.icon} stroke={1.25} label={named.label} />
			)}
			{target.is === "subscription" ? (
				<>
					<bdi className="chan">{brief(target.channel, 120)}</bdi>
					{target.group !== null && (
						<>
							<Icon path={glyphs.to} size="xs" className="to" />
							<bdi className="grp">{brief(target.group, 120)}</bdi>
						</>
					)}
					{!isBrief && <bdi className="kind">{brief(target.broker, 40)}</bdi>}
				</>
			) : (
				<bdi className="chan">{said}</bdi>
			)}
		</>
	);
	return href === null ? (
		<span className="alerts-name" title={said}>
			{inside}
		</span>
	) : (
		<Link className="alerts-name" href={href} prefetch={false} title={said}>
			{inside}
		</Link>
	);
}
