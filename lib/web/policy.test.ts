// Does the policy let nothing run that the server did not mark?
import { expect, test } from "vitest";
import { contentPolicy } from "./policy.ts";

const directivesOf = (policy: string) =>
	new Map(
		policy.split("; ").map((directive): [string, string[]] => {
			const [name = "", ...sources] = directive.split(" ");
			return [name, sources];
		}),
	);

test("what is shipped runs marked scripts only, and is framed by nobody", () => {
	const policy = directivesOf(contentPolicy("abc", false));
	expect(Object.fromEntries(policy)).toEqual({
		"default-src": ["'none'"],
		"script-src": ["'self'", "'nonce-abc'", "'strict-dynamic'"],
		"style-src": ["'self'", "'nonce-abc'"],
		"style-src-elem": ["'self'", "'nonce-abc'"],
		"style-src-attr": ["'unsafe-inline'"],
		"img-src": ["'self'", "data:"],
		"font-src": ["'self'"],
		"connect-src": ["'self'"],
		"manifest-src": ["'self'"],
		"base-uri": ["'none'"],
		"form-action": ["'self'"],
		"frame-ancestors": ["'none'"],
		"object-src": ["'none'"],
	});
});

test("only the development server may evaluate code", () => {
	expect(contentPolicy("abc", true)).toContain("'unsafe-eval'");
	expect(contentPolicy("abc", false)).not.toContain("unsafe-eval");
});
