"use client";
// Where are messages to go, and what would that do?
import type { BodyProps } from "./body.tsx";
import { Question } from "./question.tsx";
import {
	Elsewhere,
	type MoveWish,
	useElsewhere,
} from "./whereto/elsewhere.tsx";

export function Move(props: BodyProps & { readonly wish: MoveWish }) {
	const { errand, steps, wish } = props;
	const targets = errand.undertaking?.targets ?? [];
	const now = useElsewhere(wish, steps);
	return (
		<Question {...props} isShown={now.isShown} onEnter={now.enter}>
			<Elsewhere {...{ now, targets }} />
		</Question>
	);
}
