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

/** What a clean-up needs besides; to end a group is a right of its own. */
const cleansWith: readonly string[] = [
	...["eval", "evalsha", "xadd", "xack", "xclaim", "xdel", "xtrim"],
	...["xgroup|delconsumer", "xgroup|setid"],
	...["lrem", "lset", "lpush", "rpush"],
];

/** One who may clean up, in keys of any name; "more" are rights, as "+xgroup|destroy" or "-xack". */
export const operatorOf = (
	version: string,
	...more: readonly string[]
): readonly string[] => [
	...["reset", "on", ">pass", "~*", "resetchannels", "-@all"],
	...[...commandsOf(version), ...cleansWith].map((command) => `+${command}`),
	...more,
];
