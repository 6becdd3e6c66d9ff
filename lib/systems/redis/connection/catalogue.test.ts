// Is whatever a server or the way to it may answer told as one clear sentence, with what to check?
import { expect, test } from "vitest";
import { wholeEn as en } from "#lib/say/en/spoken.tsx";
import { wholeKo as ko } from "#lib/say/ko/spoken.tsx";
import { problemSentence } from "#lib/say/sentence.ts";
import { isWhole, troubleOf } from "./trouble-of.ts";

const reply = (message: string) =>
	Object.assign(new Error(message), { name: "ReplyError" });
const code = (text: string, message = `connect ${text}`) =>
	Object.assign(new Error(message), { code: text });

/** Situation, error, and the sentence; `broker` where every question fails alike, `part` where only this one does. */
const catalogue: readonly [string, Error, "broker" | "part", string][] = [
	[
		"nobody listens",
		code("ECONNREFUSED"),
		"broker",
		"The broker cannot be reached: “connect ECONNREFUSED”. Check that it runs, its host and port, and what stands in between.",
	],
	[
		"the name stands for nothing",
		code("ENOTFOUND"),
		"broker",
		"The broker has a host name that leads nowhere: “connect ENOTFOUND”. Check how the host is written, and the name server here.",
	],
	[
		"packets vanish",
		code("ETIMEDOUT"),
		"broker",
		"The broker cannot be reached: “connect ETIMEDOUT”. Check that it runs, its host and port, and what stands in between.",
	],
	[
		"the connection is reset",
		code("ECONNRESET", "read ECONNRESET"),
		"broker",
		"The broker cannot be reached: “read ECONNRESET”. Check that it runs, its host and port, and what stands in between.",
	],
	[
		"it accepts and never answers, or is frozen",
		new Error("Command timed out"),
		"broker",
		"The broker does not answer in time: “Command timed out”. It accepts connections: check whether it is overloaded, frozen or far away.",
	],
	[
		"no password is configured",
		reply("NOAUTH HELLO must be called with the client already authenticated"),
		"broker",
		"The broker answers nobody who has not signed in: “NOAUTH HELLO must be called with the client already authenticated”. No sign-in is configured: give it a user and a password.",
	],
	[
		"the password is wrong",
		reply("WRONGPASS invalid username-password pair or user is disabled."),
		"broker",
		"The broker refuses the user or the password: “WRONGPASS invalid username-password pair or user is disabled.”. Check both: a user it does not know is refused in the same words.",
	],
	[
		"a password where none is wanted",
		reply(
			"ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?",
		),
		"broker",
		"The broker asks nobody to sign in at this port: “ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?”. Leave out user and password, or use the port that asks for them.",
	],
	[
		"it lets in nobody from elsewhere",
		reply("DENIED Redis is running in protected mode"),
		"broker",
		"The broker has no password and lets in nobody from another machine: “DENIED Redis is running in protected mode”. Give it a password, or turn off its protected mode if its network is closed.",
	],
	[
		"a database it does not have",
		reply("ERR DB index is out of range"),
		"part",
		"The broker has no database of this number: “ERR DB index is out of range”. Check the number that follows the host and the port.",
	],
	[
		"a command this user may not use",
		reply(
			"NOPERM this user has no permissions to run the 'xinfo|groups' command",
		),
		"part",
		"XINFO GROUPS may not be asked by this user: “NOPERM this user has no permissions to run the 'xinfo|groups' command”. Give the user this right; docs/connecting.md tells what stays unknown without it.",
	],
	[
		"the same, as newer servers say it",
		reply("NOPERM User viewer has no permissions to run the 'scan' command"),
		"part",
		"SCAN may not be asked by this user: “NOPERM User viewer has no permissions to run the 'scan' command”. Give the user this right; docs/connecting.md tells what stays unknown without it.",
	],
	[
		"a key this user may not see",
		reply(
			"NOPERM this user has no permissions to access one of the keys used as arguments",
		),
		"part",
		"The broker does not let this user read it: “NOPERM this user has no permissions to access one of the keys used as arguments”. Give the user the rights that docs/connecting.md lists.",
	],
	[
		"a command that was renamed",
		reply("ERR unknown command 'XINFO', with args beginning with: 'GROUPS'"),
		"part",
		"XINFO is not known there: “ERR unknown command 'XINFO', with args beginning with: 'GROUPS'”. It is too old, or this was renamed or taken away; what depends on it stays unknown.",
	],
	[
		"it loads",
		reply("LOADING Redis is loading the dataset in memory"),
		"broker",
		"The broker is loading its data after a start: “LOADING Redis is loading the dataset in memory”. Wait: it is asked again with every tick, and how long it takes depends on how much it keeps.",
	],
	[
		"a script runs",
		reply(
			"BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.",
		),
		"broker",
		"The broker runs a script that lets nobody else in: “BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.”. Find out which script it is, and end it if it does not end by itself.",
	],
	[
		"it has as many clients as it may",
		reply("ERR max number of clients reached"),
		"broker",
		"The broker takes no more connections: “ERR max number of clients reached”. Close some of its connections, or raise its limit of clients.",
	],
	[
		"a copy without its original",
		reply(
			"MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
		),
		"broker",
		"The broker is a copy that lost its original, and answers nothing: “MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.”. Check the original, and the network between the two.",
	],
	[
		"its cluster is down",
		reply("CLUSTERDOWN The cluster is down"),
		"broker",
		"The broker belongs to a cluster that is down: “CLUSTERDOWN The cluster is down”. Check the other nodes of the cluster.",
	],
	[
		"a slot that no node of its cluster has",
		reply("CLUSTERDOWN Hash slot not served"),
		"part",
		"The broker has parts that no node serves: “CLUSTERDOWN Hash slot not served”. What lies there can be read by nobody: check the nodes of the cluster.",
	],
	[
		"slots move just now",
		reply("TRYAGAIN Multiple keys request during rehashing of slot"),
		"broker",
		"The broker is not ready yet: “TRYAGAIN Multiple keys request during rehashing of slot”. It starts, moves or is busy; it is asked again with every tick.",
	],
	[
		"a change at a replica",
		reply("READONLY You can't write against a read only replica."),
		"part",
		"The broker is a copy and takes no changes: “READONLY You can't write against a read only replica.”. Configure the original: changes are made there.",
	],
	[
		"a change without enough replicas",
		reply("NOREPLICAS Not enough good replicas to write."),
		"part",
		"The broker takes no changes while too few copies are connected: “NOREPLICAS Not enough good replicas to write.”. Check the copies, and how many it is told to wait for.",
	],
	[
		"a change without memory",
		reply("OOM command not allowed when used memory > 'maxmemory'."),
		"part",
		"The broker has reached its limit of memory and takes nothing new: “OOM command not allowed when used memory > 'maxmemory'.”. Free memory, or raise its limit.",
	],
	[
		"the same inside a script of an older server",
		reply("@user_script: 3: -OOM command not allowed"),
		"part",
		"The broker has reached its limit of memory and takes nothing new: “@user_script: 3: -OOM command not allowed”. Free memory, or raise its limit.",
	],
	[
		"it cannot save",
		reply("MISCONF Redis is configured to save RDB snapshots"),
		"part",
		"The broker cannot save to its disk: “MISCONF Redis is configured to save RDB snapshots”. Check its disk and its log: writers may be refused until it can save again.",
	],
	[
		"it is something else",
		new Error("Protocol error, got H as reply type byte"),
		"broker",
		"The broker speaks another protocol, or another version of it: “Protocol error, got H as reply type byte”. Check that this port belongs to such a broker, and its version.",
	],
];

test.each(catalogue)("%s", (_, error, meant, sentence) => {
	const found = troubleOf(error, "");
	if (found === null) throw new Error("not known at all");
	const detail = { key: "broker trouble", values: { ...found } };
	expect(problemSentence(en, detail)).toBe(sentence);
	expect(isWhole(error, found) ? "broker" : "part").toBe(meant);
	const korean = problemSentence(ko, detail);
	expect(korean).toContain(ko.troubles[found.code]);
	expect(korean).toContain(ko.checks[found.code]);
});
