// Is each failure called by its right name, with nothing secret in it?
import {
	AuthenticationError,
	NetworkError,
	ResponseError,
	TimeoutError,
	UserError,
} from "@platformatic/kafka";
import { expect, test } from "vitest";
import type { TroubleCode } from "#lib/core/trouble.ts";
import {
	ClosedAtOnce,
	Silence,
	troubleOf,
	troubleOfCode,
	weightiest,
} from "./trouble-of.ts";

const outer = (cause: Error) =>
	new NetworkError("Connection to broker-1:9092 failed.", { cause });
const socket = (code: string, message = `connect ${code} 10.0.0.1:9092`) =>
	outer(Object.assign(new Error(message), { code }));
const login = (cause: Error) =>
	outer(new AuthenticationError("SASL authentication failed.", { cause }));
const refused = (code: number, response: object = {}) =>
	new ResponseError(36, 2, { "/": [code, "user ops, pass hush"] }, response);

const rows: readonly [string, unknown, TroubleCode, string][] = [
	["nothing listens", socket("ECONNREFUSED"), "unreachable", "ECONNREFUSED"],
	["no such host", socket("ENOTFOUND"), "no such host", "ENOTFOUND"],
	["the name server is silent", socket("EAI_AGAIN"), "no such host", "EAI"],
	["no route", socket("EHOSTUNREACH"), "unreachable", "EHOSTUNREACH"],
	[
		"several addresses, and nothing listens at any",
		outer(
			Object.assign(
				new AggregateError([new Error("connect ECONNREFUSED ::1:9092")]),
				{ code: "ECONNREFUSED" },
			),
		),
		"unreachable",
		"connect ECONNREFUSED ::1:9092",
	],
	[
		"the node went",
		new NetworkError("Connection closed"),
		"unreachable",
		"Connection closed",
	],
	[
		"a certificate nobody signed",
		socket("SELF_SIGNED_CERT_IN_CHAIN", "self-signed certificate"),
		"certificate not trusted",
		"self-signed",
	],
	[
		"a certificate for others",
		socket("ERR_TLS_CERT_ALTNAME_INVALID", "altnames: DNS:other"),
		"certificate for others",
		"DNS:other",
	],
	[
		"TLS where there is none",
		outer(
			new UserError(
				"TLS handshake failed. Please verify the broker supports TLS.",
				{ cause: new Error("ECONNRESET") },
			),
		),
		"TLS not spoken",
		"TLS handshake failed",
	],
	[
		"no TLS where it is wanted",
		new UserError("Broker requires TLS."),
		"TLS wanted",
		"requires TLS",
	],
	[
		"a wrong password",
		login(refused(58)),
		"sign-in refused",
		"SASL_AUTHENTICATION_FAILED",
	],
	[
		"a mechanism that is not offered",
		login(refused(33, { mechanisms: ["PLAIN", "SCRAM-SHA-256"] })),
		"mechanism refused",
		"offered: PLAIN, SCRAM-SHA-256",
	],
	[
		"a login nobody asked for",
		login(refused(34)),
		"sign-in unasked",
		"ILLEGAL_SASL_STATE",
	],
	[
		"a login in clear at a TLS port",
		login(new NetworkError("Connection closed")),
		"TLS wanted",
		"closed at the sign-in",
	],
	[
		"no login where one is wanted",
		new ClosedAtOnce("closed"),
		"sign-in missing",
		"closed at the first request",
	],
	["frozen, by our clock", new Silence("no answer"), "no answer", ""],
	[
		"frozen, by the library's clock",
		new TimeoutError("Request timed out"),
		"no answer",
		"",
	],
	[
		"frozen at the login",
		login(new TimeoutError("Request timed out")),
		"no answer",
		"",
	],
	[
		"an answer that was cut",
		new RangeError("the answer is cut"),
		"not understood",
		"cut",
	],
	["thrown by nobody we know", "a string", "unreachable", ""],
];

test.each(rows)("%s", (_name, error, code, detail) => {
	const trouble = troubleOf(error, "node 2");
	expect(trouble).toMatchObject({ code, part: "node 2" });
	expect(trouble.detail).toContain(detail);
	expect(trouble.detail).not.toContain("hush");
});

const codes: readonly [string, number, TroubleCode, string][] = [
	["a coordinator that loads", 14, "not ready", "COORDINATOR_LOAD_IN_PROGRESS"],
	["a coordinator that starts", 15, "not ready", "COORDINATOR_NOT_AVAILABLE"],
	["a coordinator that moved", 16, "not ready", "NOT_COORDINATOR"],
	["a leader just elected", 78, "not ready", "OFFSET_NOT_AVAILABLE"],
	["a topic not for us", 29, "not allowed", "TOPIC_AUTHORIZATION_FAILED"],
	["a group not for us", 30, "not allowed", "GROUP_AUTHORIZATION_FAILED"],
	["a code from the future", 9999, "not understood", "error 9999"],
];
test.each(codes)("%s", (_name, code, expected, detail) => {
	expect(troubleOfCode(code)).toEqual({ code: expected, part: "", detail });
});

test("of several troubles the one is told that somebody can change", () => {
	const troubles = [
		troubleOf(socket("ECONNREFUSED")),
		troubleOf(login(refused(58))),
		troubleOf(new Silence("no answer")),
	];
	expect(weightiest(troubles).code).toBe("sign-in refused");
});
