// Which queues are the same one many times over? Those whose names differ by a number, and those the server made up names for.
import { familiesOf } from "../../family.ts";

const serverNamed = /^((?:[^/]*\/)?amq\.gen-)[\w-]{22}$/;

export function familiesIn(channels: readonly string[]): Map<string, string> {
	const own = new Map<string, string>();
	const others: string[] = [];
	for (const channel of new Set(channels)) {
		const begin = serverNamed.exec(channel)?.[1];
		if (begin === undefined) others.push(channel);
		else own.set(channel, `${begin}*`);
	}
	return new Map([...familiesOf(others), ...own]);
}
