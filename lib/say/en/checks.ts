// What should somebody check at a broker that cannot be read? In English: said by single pages only.
import type { Words } from "../words/words.ts";

export const checks: Words["checks"] = {
	unreachable:
		"Check that it runs, its host and port, and what stands in between.",
	"no such host": "Check how the host is written, and the name server here.",
	"no answer":
		"It accepts connections: check whether it is overloaded, frozen or far away.",
	"sign-in refused":
		"Check both: a user it does not know is refused in the same words.",
	"mechanism refused": "Write one of those it offers as the mechanism.",
	"sign-in missing":
		"Give it a user and a password, or a client certificate; it does not say which it wants.",
	"sign-in wanted": "No sign-in is configured: give it a user and a password.",
	"sign-in unasked":
		"Leave out user and password, or use the port that asks for them.",
	"no token":
		"Check the token server's address, the client's id and its secret.",
	"certificate not trusted":
		"Give the authority that signed it as the TLS setting ca.",
	"certificate for others":
		"Use a host the certificate names, or give its name as the TLS setting serverName.",
	"certificate expired": "Have it renewed, and check the clock here.",
	"client certificate refused":
		"Give cert and key in the TLS settings, signed by an authority that the broker trusts.",
	"TLS wanted": "Turn on TLS for it, or use its port without TLS.",
	"TLS not spoken": "Use its port with TLS, or turn off TLS for it.",
	"address not listed":
		"Nothing was sent there: add it to the list if it is yours.",
	"not allowed": "Give the user the rights that docs/connecting.md lists.",
	"right missing":
		"Give the user this right; docs/connecting.md tells what stays unknown without it.",
	"question unknown":
		"It is too old, or this was renamed or taken away; what depends on it stays unknown.",
	"no such database": "Check the number that follows the host and the port.",
	"no such virtual host":
		"Check the name that follows the host and the port, and which ones the user may see.",
	"not managed":
		"Turn on its management plugin, and give the port on which that listens.",
	protected:
		"Give it a password, or turn off its protected mode if its network is closed.",
	"partly hidden": "Give the user back the rights to describe it.",
	"not agreed":
		"Positions or ends went back, or somebody set them back: what is read counts once three readings agree. If that never happens, look at the broker, or at what stands before it.",
	"too much": "Watch fewer of its groups, or split it between two collectors.",
	"not ready":
		"It starts, moves or is busy; it is asked again with every tick.",
	loading:
		"Wait: it is asked again with every tick, and how long it takes depends on how much it keeps.",
	busy: "Find out which script it is, and end it if it does not end by itself.",
	"too many connections":
		"Close some of its connections, or raise its limit of clients.",
	"connections short":
		"Close some of its connections, or raise its limit of clients, before it refuses new ones.",
	"original away": "Check the original, and the network between the two.",
	copy: "Configure the original: its readers are connected there, and only it knows them.",
	"copy cut off":
		"What is shown may be old: check the original, and the network between the two.",
	"one node only":
		"Allow this user to ask for the cluster's slots, so that all of it is found.",
	"no cluster": "Write one host, and each other server as a broker of its own.",
	"partly unserved":
		"What lies there can be read by nobody: check the nodes of the cluster.",
	"failing over":
		"One probably takes over from the other: if this stays, check which of them should be the original.",
	"no such set": "Check the name behind the hosts of the address.",
	"watchers silent":
		"Check those at the hosts of the address; a failover would be missed.",
	"cluster down": "Check the other nodes of the cluster.",
	"cut apart":
		"Mend the network, then decide which part is believed: what the other took meanwhile may be lost.",
	"read only": "Configure the original: changes are made there.",
	"too few copies": "Check the copies, and how many it is told to wait for.",
	"memory full": "Free memory, or raise its limit.",
	"memory short":
		"Free memory, raise its limit, or choose a policy that evicts nothing.",
	evicting:
		"Free memory, raise its limit, or choose a policy that evicts nothing.",
	"disk full":
		"Free room on its disk: until then whoever writes is made to wait.",
	"not saved":
		"Check its disk and its log: writers may be refused until it can save again.",
	"wrong protocol":
		"Check that this port belongs to such a broker, and its version.",
	"not understood":
		"See the collector's log, and report it with the broker's version.",
};
