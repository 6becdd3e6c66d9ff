// Why can a broker not be read, and what should somebody check? In English.
import { troublesTogether } from "./en-troubles-together.ts";
import type { Words } from "./words.ts";

export const troubles: Words["troubles"] = {
	unreachable: {
		says: "cannot be reached",
		check: "Check that it runs, its host and port, and what stands in between.",
	},
	"no such host": {
		says: "has a host name that leads nowhere",
		check: "Check how the host is written, and the name server here.",
	},
	"no answer": {
		says: "does not answer in time",
		check:
			"It accepts connections: check whether it is overloaded, frozen or far away.",
	},
	"sign-in refused": {
		says: "refuses the user or the password",
		check: "Check both: a user it does not know is refused in the same words.",
	},
	"mechanism refused": {
		says: "does not offer the configured way to sign in",
		check: "Write one of those it offers as the mechanism.",
	},
	"sign-in missing": {
		says: "hangs up on whoever does not sign in",
		check:
			"Give it a user and a password, or a client certificate; it does not say which it wants.",
	},
	"sign-in wanted": {
		says: "answers nobody who has not signed in",
		check: "No sign-in is configured: give it a user and a password.",
	},
	"sign-in unasked": {
		says: "asks nobody to sign in at this port",
		check: "Leave out user and password, or use the port that asks for them.",
	},
	"no token": {
		says: "got no sign-in, as the token server gave no token",
		check: "Check the token server's address, the client's id and its secret.",
	},
	"certificate not trusted": {
		says: "shows a certificate that no trusted authority signed",
		check: "Give the authority that signed it as the TLS setting ca.",
	},
	"certificate for others": {
		says: "shows a certificate for other names",
		check:
			"Use a host the certificate names, or give its name as the TLS setting serverName.",
	},
	"certificate expired": {
		says: "shows a certificate that is not valid today",
		check: "Have it renewed, and check the clock here.",
	},
	"client certificate refused": {
		says: "does not accept our client certificate, or misses one",
		check:
			"Give cert and key in the TLS settings, signed by an authority that the broker trusts.",
	},
	"TLS wanted": {
		says: "speaks TLS at this port, and we do not",
		check: "Turn on TLS for it, or use its port without TLS.",
	},
	"TLS not spoken": {
		says: "does not speak TLS at this port",
		check: "Use its port with TLS, or turn off TLS for it.",
	},
	"address not listed": {
		says: "lies at an address that the settings do not list",
		check: "Nothing was sent there: add it to the list if it is yours.",
	},
	"not allowed": {
		says: "does not let this user read it",
		check: "Give the user the rights that README.md lists.",
	},
	"right missing": {
		says: "may not be asked by this user",
		check:
			"Give the user this right; README.md tells what stays unknown without it.",
	},
	"question unknown": {
		says: "is not known there",
		check:
			"It is too old, or this was renamed or taken away; what depends on it stays unknown.",
	},
	"no such database": {
		says: "has no database of this number",
		check: "Check the number that follows the host and the port.",
	},
	"no such virtual host": {
		says: "has no virtual host of this name",
		check:
			"Check the name that follows the host and the port, and which ones the user may see.",
	},
	"not managed": {
		says: "does not answer as its management would",
		check:
			"Turn on its management plugin, and give the port on which that listens.",
	},
	protected: {
		says: "has no password and lets in nobody from another machine",
		check:
			"Give it a password, or turn off its protected mode if its network is closed.",
	},
	"partly hidden": {
		says: "hides something from this user that it showed before",
		check: "Give the user back the rights to describe it.",
	},
	"not agreed": {
		says: "contradicts what was said a moment ago",
		check:
			"Positions or ends went back, or somebody set them back: what is read counts once three readings agree. If that never happens, look at the broker, or at what stands before it.",
	},
	"too much": {
		says: "has more than is read of one broker",
		check: "Watch fewer of its groups, or split it between two collectors.",
	},
	"not ready": {
		says: "is not ready yet",
		check: "It starts, moves or is busy; it is asked again with every tick.",
	},
	loading: {
		says: "is loading its data after a start",
		check:
			"Wait: it is asked again with every tick, and how long it takes depends on how much it keeps.",
	},
	busy: {
		says: "runs a script that lets nobody else in",
		check:
			"Find out which script it is, and end it if it does not end by itself.",
	},
	"too many connections": {
		says: "takes no more connections",
		check: "Close some of its connections, or raise its limit of clients.",
	},
	...troublesTogether,
	"read only": {
		says: "is a copy and takes no changes",
		check: "Configure the original: changes are made there.",
	},
	"too few copies": {
		says: "takes no changes while too few copies are connected",
		check: "Check the copies, and how many it is told to wait for.",
	},
	"memory full": {
		says: "has reached its limit of memory and takes nothing new",
		check: "Free memory, or raise its limit.",
	},
	"memory short": {
		says: "is nearly out of memory, and then removes whole channels",
		check:
			"Free memory, raise its limit, or choose a policy that evicts nothing.",
	},
	evicting: {
		says: "is out of memory and removes keys, unread messages among them",
		check:
			"Free memory, raise its limit, or choose a policy that evicts nothing.",
	},
	"disk full": {
		says: "has too little room on its disk and takes nothing new",
		check: "Free room on its disk: until then whoever writes is made to wait.",
	},
	"not saved": {
		says: "cannot save to its disk",
		check:
			"Check its disk and its log: writers may be refused until it can save again.",
	},
	"wrong protocol": {
		says: "speaks another protocol, or another version of it",
		check: "Check that this port belongs to such a broker, and its version.",
	},
	"not understood": {
		says: "answered something that makes no sense",
		check: "See the collector's log, and report it with the broker's version.",
	},
};
