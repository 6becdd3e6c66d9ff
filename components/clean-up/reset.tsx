"use client";
// Where is a group to read on, and what would that do?
import type { BodyProps } from "./body.tsx";
import { Question } from "./question.tsx";
import type { Reset as ResetWish } from "./whereto/draft.ts";
import { useWhereto } from "./whereto/use-whereto.ts";
import { Whereto } from "./whereto/whereto.tsx";

export function Reset(props: BodyProps & { readonly wish: ResetWish }) {
	const { errand, steps, nowMs, wish } = props;
	const targets = errand.undertaking?.targets ?? [];
	const now = useWhereto({ wish, targets, nowMs, steps });
	return (
		<Question {...props} isShown={now.isShown} onEnter={now.enter}>
			<Whereto {...{ now, targets }} />
		</Question>
	);
}
