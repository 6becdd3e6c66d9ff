// How does a command answer? In whole lines, and with how it ended.

export function tell(text: string, code: number): number {
	process.stdout.write(whole(text));
	return code;
}

export function complain(text: string, code: number): number {
	process.stderr.write(whole(text));
	return code;
}

const whole = (text: string): string =>
	text.endsWith("\n") ? text : `${text}\n`;
