// Of what are the settings of outlets built? Pieces that say what to write and repeat no value.
import { z } from "zod";
import { Secret } from "#lib/core/secret.ts";

export const text = (say: string) => z.string(say).trim().min(1, say);

export const secret = (say: string, least = 1) =>
	text(say)
		.min(least, say)
		.transform((value) => new Secret(value));

/** Where something is sent, whole, with whatever key stands in it. */
export class WebAddress {
	readonly #url: Secret;
	readonly shown: string;
	constructor(url: URL) {
		this.#url = new Secret(url.href);
		this.shown = `${url.protocol}//${url.host}`;
	}
	get url(): URL {
		return new URL(this.#url.reveal());
	}
}

export const webAddress = (say: string) =>
	z.string(say).transform((given, context): WebAddress => {
		const url = URL.parse(given.trim());
		if (url && /^https?:$/.test(url.protocol)) return new WebAddress(url);
		context.addIssue({ code: "custom", message: say });
		return z.NEVER;
	});

/** One or a list of them. */
export const several = <Schema extends z.ZodType>(one: Schema, say: string) =>
	z.preprocess(
		(given) => (typeof given === "string" ? [given] : given),
		z.array(one, say).min(1, say),
	);

/** What could begin another line where only one belongs. */
export const hasControls = (value: string): boolean => /\p{Cc}/u.test(value);
