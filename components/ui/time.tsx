// How does a moment look? In a few words, and as a whole date for whoever points at it, stands on it or listens.
import type { ReactNode } from "react";

export const Time = (props: {
	readonly ms: number;
	/** How the whole is written; left out where what stands around it tells the whole already. */
	readonly whole?: (ms: number) => string;
	readonly look?: string;
	/** A stop of its own for Tab. In tables there is one for all, see `timed-rows.tsx`. */
	readonly stop?: 0;
	readonly children: ReactNode;
}) => {
	const whole = props.whole?.(props.ms);
	return (
		<time
			className={props.look}
			dateTime={new Date(props.ms).toISOString()}
			title={whole}
			tabIndex={props.stop}
		>
			{props.children}
			{whole && <span className="sr"> ({whole})</span>}
		</time>
	);
};
