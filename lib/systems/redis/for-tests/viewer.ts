// Which rights do our documents ask for, as each version spells them?

/** Since 7.2, and in every Valkey; one rule that is unknown makes the whole of a user fail. */
const tellsLibrary = (version: string): boolean =>
	version.startsWith("Valkey") || !/^(?:6\.|7\.0\.)/.test(version);

/** Commands alone, without keys and sign-in. */
export const commandsOf = (version: string): readonly string[] => [
	...["ping", "time", "info", "select", "role", "scan", "type", "exists"],
	...["client|list", "client|id", "client|setname"],
	...(tellsLibrary(version) ? ["client|setinfo"] : []),
	"pubsub",
	...["xlen", "xinfo", "xpending", "xrange", "xrevrange", "pttl"],
	...["llen", "lindex", "lrange", "zcard", "zcount", "zrange"],
	...["sscan", "hget"],
];

/** Keys that may be read and not written are known since 7.0. */
export const readsKeys = (version: string, pattern: string): string =>
	version.startsWith("6.") ? `~${pattern}` : `%R~${pattern}`;

/** The password is "pass". */
export const viewerOf = (version: string): readonly string[] => [
	...["reset", "on", ">pass", readsKeys(version, "*"), "resetchannels"],
	...["-@all", ...commandsOf(version).map((command) => `+${command}`)],
];
