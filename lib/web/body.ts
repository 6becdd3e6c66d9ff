// What was sent? At most so many bytes, JSON without tricks, and exactly what the schema names.
import type { z } from "zod";
import { Problem } from "#lib/core/problem.ts";

export const bodyMaxBytes = 1_048_576;

export async function bodyOf<S extends z.ZodType>(
	request: Request,
	schema: S,
): Promise<z.output<S>> {
	return checked(schema, parsed(await textOf(request)), "bad body");
}

/** Every parameter once: a repeated one would be read differently here and elsewhere. */
export function queryOf<S extends z.ZodType>(
	params: URLSearchParams,
	schema: S,
): z.output<S> {
	const values = new Map<string, string>();
	for (const [name, value] of params) {
		if (values.has(name))
			throw new Problem("invalid", "bad query", { at: name.slice(0, 100) });
		values.set(name, value);
	}
	return checked(schema, Object.fromEntries(values), "bad query");
}

/** Only who names it and not JSON: a browser takes anything, and gets JSON. */
export function wantsCsv({ headers }: Request): boolean {
	const accept = headers.get("accept") ?? "";
	return accept.includes("text/csv") && !accept.includes("application/json");
}

async function textOf(request: Request): Promise<string> {
	const announced = Number(request.headers.get("content-length") ?? 0);
	if (announced > bodyMaxBytes) throw tooLarge();
	const decoder = new TextDecoder("utf-8", { fatal: true });
	let text = "";
	let bytes = 0;
	for await (const chunk of request.body ?? []) {
		bytes += chunk.byteLength;
		if (bytes > bodyMaxBytes) throw tooLarge();
		try {
			text += decoder.decode(chunk, { stream: true });
		} catch {
			throw new Problem("invalid", "bad body", { at: "" });
		}
	}
	return text;
}

const tooLarge = () =>
	new Problem("too large", "body too large", { most: bodyMaxBytes });

/** A key that would reach an object's prototype makes the whole body bad; so does nesting too deep to walk. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text, (key, value: unknown) => {
			if (key === "__proto__") throw new SyntaxError("prototype key");
			return value;
		});
	} catch {
		throw new Problem("invalid", "bad body", { at: "" });
	}
}

function checked<S extends z.ZodType>(
	schema: S,
	value: unknown,
	key: string,
): z.output<S> {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const at = result.error.issues[0]?.path.map(String).join(".") ?? "";
	throw new Problem("invalid", key, { at: at.slice(0, 100) });
}
