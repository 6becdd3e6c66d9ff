// With which letters does somebody stand in the bar? The first of their first two names, or the first two of their only one.

export function initialsOf(person: string): string {
	const [first = "", second] = person.split(/[\s._@+-]+/u).filter(Boolean);
	const letters =
		second === undefined
			? [...first].slice(0, 2)
			: [...first].slice(0, 1).concat([...second].slice(0, 1));
	return letters.join("").toLocaleUpperCase();
}
