// Which password does somebody type? Without an echo, twice; or the first line of what is piped in.
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

const mute = () =>
	new Writable({
		write(_chunk, _encoding, written) {
			written();
		},
	});

/** Null where the two differ, or nothing came. */
export async function typedPassword(person: string): Promise<string | null> {
	const { stdin, stderr } = process;
	const output = stdin.isTTY ? mute() : undefined;
	const lines = createInterface({
		...{ input: stdin, terminal: stdin.isTTY === true },
		...(output && { output }),
	});
	try {
		if (!stdin.isTTY) {
			for await (const line of lines) return line;
			return null;
		}
		const ask = async (what: string) => {
			stderr.write(what);
			const typed = await lines.question("");
			stderr.write("\n");
			return typed;
		};
		const first = await ask(`Password for ${person}: `);
		const second = await ask("Once more: ");
		return first === second ? first : null;
	} finally {
		lines.close();
	}
}
