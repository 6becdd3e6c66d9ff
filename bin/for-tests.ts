// What did a command say, on which stream, and with which code did it end?
import { vi } from "vitest";

export async function heardFrom(command: () => Promise<number>) {
	const said = { out: "", err: "" };
	const spies = (["out", "err"] as const).map((name) =>
		vi.spyOn(process[`std${name}`], "write").mockImplementation((text) => {
			said[name] += String(text);
			return true;
		}),
	);
	try {
		return { code: await command(), ...said };
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
}
