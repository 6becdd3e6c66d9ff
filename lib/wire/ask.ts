// How does a screen ask the server? One door: our header, no cache but our own, and every reply parsed before it is believed.
import type { z } from "zod";
import {
	Problem,
	type ProblemDetail,
	problemCodes,
} from "#lib/core/problem.ts";
import { problemReply } from "./problem.ts";
import { noteRelease } from "./release.ts";

export type Question<S extends z.ZodType> = {
	readonly path: string;
	readonly schema: S;
	readonly method?: "GET" | "POST" | "DELETE";
	readonly body?: unknown;
	/** What the answer before was marked with. */
	readonly etag?: string | null;
	readonly signal?: AbortSignal;
};

export type Answer<T> = {
	/** Null when nothing changed since the mark that was sent. */
	readonly value: T | null;
	readonly headers: Headers;
};

/** A server that accepts and then says nothing is one that does not answer. */
const patienceMs = 15_000;

export async function ask<S extends z.ZodType>(
	question: Question<S>,
): Promise<Answer<z.output<S>>> {
	const response = await sent(question);
	noteRelease(response.headers);
	if (response.status === 304)
		return { value: null, headers: response.headers };
	const body = await bodyOf(response);
	if (!response.ok) throw problemIn(body, response.status);
	const parsed = question.schema.safeParse(body);
	if (!parsed.success) throw new Problem("unreachable", "reply not understood");
	return { value: parsed.data, headers: response.headers };
}

/** For what always has a body: sessions, errands, one subscription. */
export async function askWhole<S extends z.ZodType>(
	question: Question<S>,
): Promise<z.output<S>> {
	const { value } = await ask(question);
	if (value === null) throw new Problem("unreachable", "reply not understood");
	return value;
}

export const isProblem = (error: unknown): error is Problem =>
	error instanceof Problem;

/** What went wrong with a question, as it is told. */
export function failureOf(error: Error | null): ProblemDetail | null {
	if (error === null) return null;
	return isProblem(error) ? error.detail : { key: "bug", values: {} };
}

export const isUnauthenticated = (error: unknown): boolean =>
	isProblem(error) && error.code === "unauthenticated";

async function sent<S extends z.ZodType>(
	question: Question<S>,
): Promise<Response> {
	const { path, method = "GET", body, etag, signal } = question;
	const headers = new Headers({ accept: "application/json" });
	if (etag) headers.set("if-none-match", etag);
	if (method !== "GET") headers.set("x-tidemark", "1");
	if (body !== undefined) headers.set("content-type", "application/json");
	const patience = AbortSignal.timeout(patienceMs);
	try {
		return await fetch(path, {
			method,
			headers,
			cache: "no-store",
			redirect: "error",
			signal: signal ? AbortSignal.any([signal, patience]) : patience,
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
	} catch (error) {
		if (signal?.aborted) throw error;
		throw new Problem("unreachable", "server unreachable");
	}
}

async function bodyOf(response: Response): Promise<unknown> {
	try {
		const text = await response.text();
		return text === "" ? null : JSON.parse(text);
	} catch {
		return undefined;
	}
}

function problemIn(body: unknown, http: number): Problem {
	const parsed = problemReply.safeParse(body);
	if (!parsed.success) {
		if (http === 401) return new Problem("unauthenticated", "not signed in");
		return new Problem("unreachable", "server unreachable");
	}
	const { code, detail, id } = parsed.data;
	const known = problemCodes.find((one) => one === code);
	return known === undefined
		? new Problem("unreachable", "bug", id === undefined ? {} : { id })
		: new Problem(known, detail.key, detail.values);
}
