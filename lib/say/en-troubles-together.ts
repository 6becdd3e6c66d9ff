// What may be wrong with servers that belong together, copies and nodes? In English.
import type { Words } from "./words.ts";

export const troublesTogether: Pick<
	Words["troubles"],
	| "original away"
	| "copy"
	| "copy cut off"
	| "one node only"
	| "no cluster"
	| "partly unserved"
	| "failing over"
	| "no such set"
	| "watchers silent"
	| "cluster down"
	| "cut apart"
> = {
	"original away": {
		says: "is a copy that lost its original, and answers nothing",
		check: "Check the original, and the network between the two.",
	},
	copy: {
		says: "is a copy of another server",
		check:
			"Configure the original: its readers are connected there, and only it knows them.",
	},
	"copy cut off": {
		says: "is a copy that hears nothing from its original",
		check:
			"What is shown may be old: check the original, and the network between the two.",
	},
	"one node only": {
		says: "is one node of a cluster, and only its own part is read",
		check:
			"Allow this user to ask for the cluster's slots, so that all of it is found.",
	},
	"no cluster": {
		says: "belongs to no cluster, though several hosts are written",
		check: "Write one host, and each other server as a broker of its own.",
	},
	"partly unserved": {
		says: "has parts that no node serves",
		check:
			"What lies there can be read by nobody: check the nodes of the cluster.",
	},
	"failing over": {
		says: "is a copy where the original was expected",
		check:
			"One probably takes over from the other: if this stays, check which of them should be the original.",
	},
	"no such set": {
		says: "is watched over by nobody who knows the configured name",
		check: "Check the name behind the hosts of the address.",
	},
	"watchers silent": {
		says: "is read where it was last: nobody who watches over it answers",
		check:
			"Check those at the hosts of the address; a failover would be missed.",
	},
	"cluster down": {
		says: "belongs to a cluster that is down",
		check: "Check the other nodes of the cluster.",
	},
	"cut apart": {
		says: "lost other nodes of its cluster, and each part goes on by itself",
		check:
			"Mend the network, then decide which part is believed: what the other took meanwhile may be lost.",
	},
};
