// What does every page carry so that nothing foreign runs in it? A new nonce for each; this is no guard, the routes are.
import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentPolicy } from "#lib/web/policy.ts";

export function proxy(request: NextRequest): NextResponse {
	const nonce = randomBytes(18).toString("base64");
	const policy = contentPolicy(nonce, process.env.NODE_ENV === "development");
	const headers = new Headers(request.headers);
	headers.set("x-nonce", nonce);
	headers.set("content-security-policy", policy);
	const response = NextResponse.next({ request: { headers } });
	response.headers.set("content-security-policy", policy);
	return response;
}

export const config = { matcher: ["/((?!api/|metrics$|_next/static/).*)"] };
