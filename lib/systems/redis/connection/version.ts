// Which server is it, and how far can its own count of lag be trusted?

/**
 * `none`: it counts nothing. `drifts`: what was trimmed unread stays in its count for ever. `capped`: right once cut
 * off at the stream's length.
 */
export type LagTrust = "none" | "drifts" | "capped";

/** Since when is a member idle? Since it was last given something, or, from 7.2 on, since it last asked. */
export type IdleMeans = "served" | "asked";

export type Version = {
	readonly name: "Redis" | "Valkey";
	readonly text: string;
	/** For the screen: the usual server needs no name. */
	readonly shown: string;
	readonly lagTrust: LagTrust;
	readonly idleMeans: IdleMeans;
};

/** From the text of INFO. Valkey also reports a `redis_version`, that of the Redis it once was. */
export function versionOf(info: string): Version | null {
	const valkey = fieldOf(info, "valkey_version");
	const text = valkey ?? fieldOf(info, "redis_version");
	if (text === null) return null;
	const [major = 0, minor = 0, patch = 0] = text.split(".").map(Number);
	const name = valkey === null ? "Redis" : "Valkey";
	return {
		name,
		text,
		shown: name === "Redis" ? text : `${name} ${text}`,
		lagTrust:
			name === "Valkey"
				? trustOfValkey(major, minor)
				: trustOfRedis(major, minor, patch),
		idleMeans:
			name === "Valkey" || major > 7 || (major === 7 && minor >= 2)
				? "asked"
				: "served",
	};
}

function trustOfRedis(major: number, minor: number, patch: number): LagTrust {
	if (major < 7) return "none";
	if (major > 7 || minor > 4) return "capped";
	return minor === 4 && patch >= 2 ? "capped" : "drifts";
}

function trustOfValkey(major: number, minor: number): LagTrust {
	return major > 8 || (major === 8 && minor >= 1) ? "capped" : "drifts";
}

export function fieldOf(info: string, field: string): string | null {
	const match = new RegExp(`^${field}:(.*?)\\r?$`, "m").exec(info);
	return match?.[1] ?? null;
}

export function numberIn(info: string, field: string): number | null {
	const value = fieldOf(info, field);
	return value !== null && /^\d+$/.test(value) ? Number(value) : null;
}
