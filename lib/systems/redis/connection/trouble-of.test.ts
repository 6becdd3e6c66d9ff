// Is every error of the client told as the trouble it is, without a secret?
import { expect, test } from "vitest";
import { isGone, troubleOf } from "./trouble-of.ts";

function error(message: string, more: object = {}, name = "Error") {
	return Object.assign(new Error(message), { name, ...more });
}
const reply = (message: string) => error(message, {}, "ReplyError");
const code = (text: string) => error(`failed ${text}`, { code: text });

test.each([
	["nobody listens", code("ECONNREFUSED"), "unreachable"],
	["no such name", code("ENOTFOUND"), "no such host"],
	["the name server is silent", code("EAI_AGAIN"), "no such host"],
	["the connection is reset", code("ECONNRESET"), "unreachable"],
	[
		"packets vanish",
		error("connect ETIMEDOUT", { code: "ETIMEDOUT" }),
		"unreachable",
	],
	[
		"all addresses of a host refuse",
		new AggregateError([code("ECONNREFUSED")]),
		"unreachable",
	],
	[
		"the client is not connected",
		error("Stream isn't writeable and enableOfflineQueue options is false"),
		"unreachable",
	],
	["the client is closed", error("Connection is closed."), "unreachable"],
	[
		"it breaks while asking",
		error(
			"Reached the max retries per request limit (which is 0).",
			{},
			"MaxRetriesPerRequestError",
		),
		"unreachable",
	],
	["a command is not answered", error("Command timed out"), "no answer"],
	[
		"a socket is silent",
		error("Socket timeout. Expecting data, but didn't receive any in 2500ms."),
		"no answer",
	],
	[
		"no password is given",
		reply("NOAUTH HELLO must be called with the client already authenticated"),
		"sign-in wanted",
	],
	[
		"the password is wrong",
		reply("WRONGPASS invalid username-password pair or user is disabled."),
		"sign-in refused",
	],
	[
		"a command is not allowed",
		reply("NOPERM this user has no permissions to run the 'xlen' command"),
		"right missing",
	],
	[
		"it loads",
		reply("LOADING Redis is loading the dataset in memory"),
		"loading",
	],
	["a script runs", reply("BUSY Redis is busy running a script."), "busy"],
	[
		"too many clients",
		reply("ERR max number of clients reached"),
		"too many connections",
	],
	[
		"its certificate is its own",
		error("self-signed certificate", { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }),
		"certificate not trusted",
	],
	[
		"its certificate is for another",
		error("altnames", { code: "ERR_TLS_CERT_ALTNAME_INVALID" }),
		"certificate for others",
	],
	[
		"TLS to a plain port",
		error("wrong version", { code: "ERR_SSL_WRONG_VERSION_NUMBER" }),
		"TLS not spoken",
	],
	[
		"it wants a certificate of ours",
		error("alert", { code: "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED" }),
		"client certificate refused",
	],
	[
		"it does not know who signed ours",
		error("alert", { code: "ERR_SSL_TLSV1_ALERT_UNKNOWN_CA" }),
		"client certificate refused",
	],
	["another protocol", error("Unknown RESP type 72"), "wrong protocol"],
	[
		"an unknown command",
		reply("ERR unknown command 'XINFO'"),
		"question unknown",
	],
])("%s: %o is told as %s", (_, reason, told) => {
	expect(troubleOf(reason, "")?.code).toBe(told);
});

test.each([
	["a bug", new TypeError("x is not a function")],
	["a wrong argument", error("bad", { code: "ERR_INVALID_ARG_TYPE" })],
	["what is no error", "text"],
])("%s is no trouble", (_, reason) => {
	expect(troubleOf(reason, "")).toBeNull();
});

test("neither the password nor what was sent is repeated", () => {
	const sent = { command: { name: "hello", args: ["3", "AUTH", "a", "hush"] } };
	const reason = error("WRONGPASS hush is wrong", sent, "ReplyError");
	const told = troubleOf(reason, "hush");
	expect(told?.detail).toBe("WRONGPASS ••• is wrong");
	expect(JSON.stringify(told)).not.toContain("hush");
});

test.each([
	["ERR no such key", true],
	["WRONGTYPE Operation against a key holding the wrong kind of value", true],
	["NOGROUP No such consumer group 'g' for key name 'k'", true],
	["MOVED 11097 127.0.0.1:7001", true],
	["NOPERM this user has no permissions", false],
])("%s: is the stream gone? %s", (message, gone) => {
	expect(isGone(reply(message))).toBe(gone);
});
