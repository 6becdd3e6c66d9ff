"use client";
// Which rule is shown, and what did somebody change about it? Edits stay with their rule until they are saved or thrown away.
import { useState } from "react";
import type { KnownRule, Rule } from "#lib/core/alert/rule.ts";
import { isSame, newRule, ruleOf } from "./draft.ts";

export type Editing = {
	/** As it is watched; null for a new one. */
	readonly known: KnownRule | null;
	readonly rule: Rule;
	readonly isEdited: boolean;
	readonly isEditedNamed: (name: string) => boolean;
	change(part: Partial<Rule>): void;
	discard(): void;
	/** It was saved under this name, and nothing was changed since. */
	readonly isSaved: boolean;
	saved(name: string): void;
};

/** `chosen` is the name of a rule; empty for a new one, null for the first. */
export function useEdits(
	rules: readonly KnownRule[],
	chosen: string | null,
): Editing {
	const [edits, setEdits] = useState<ReadonlyMap<string, Rule>>(new Map());
	const [savedName, setSavedName] = useState<string | null>(null);
	const isNew = chosen === "";
	const known = isNew
		? null
		: (rules.find(({ name }) => name === chosen) ?? rules[0] ?? null);
	const key = known?.name ?? "";
	const before = known === null ? newRule : ruleOf(known);
	const rule = edits.get(key) ?? before;
	const isEditedNamed = (name: string) => {
		const edit = edits.get(name);
		const is = rules.find((it) => it.name === name);
		if (edit === undefined) return false;
		return is === undefined || !isSame(edit, ruleOf(is));
	};
	const isEdited = known === null || isEditedNamed(key);
	const without = () => {
		const next = new Map(edits);
		next.delete(key);
		setEdits(next);
	};
	return {
		...{ known, rule, isEditedNamed },
		...{ isEdited, discard: without },
		isSaved: !isEdited && savedName === key,
		saved: (name) => {
			without();
			setSavedName(name);
		},
		change: (part) => setEdits(new Map(edits).set(key, { ...rule, ...part })),
	};
}
