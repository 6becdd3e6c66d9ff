// Was this already worked out for what the board shows now? The same question at the same revision has the same answer.

export function byRevision<T>(
	answersMax: number,
): (rev: number, question: string, answer: () => T) => T {
	const answers = new Map<string, T>();
	let of = -1;
	return (rev, question, answer) => {
		if (rev !== of) answers.clear();
		of = rev;
		const known = answers.get(question);
		if (known !== undefined) return known;
		if (answers.size >= answersMax) answers.clear();
		const fresh = answer();
		answers.set(question, fresh);
		return fresh;
	};
}
