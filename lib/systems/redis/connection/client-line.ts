// What does one line of the server's list of connections say under a name?

/** No value holds a space: the server refuses such a name. Empty where the field is missing. */
export function fieldIn(line: string, field: string): string {
	const at = line.startsWith(`${field}=`) ? 0 : line.indexOf(` ${field}=`) + 1;
	if (at === 0 && !line.startsWith(`${field}=`)) return "";
	const from = at + field.length + 1;
	const end = line.indexOf(" ", from);
	return line.slice(from, end === -1 ? undefined : end);
}
