// To which list does a list of what is in progress belong? `a:processing` to `a`, and `a:worker:processing` to `a` as well, where something says so.

export const suffix = ":processing";

export type Owner = {
	readonly name: string;
	/** False while nothing proves it: an empty list does not exist. */
	readonly isSure: boolean;
};

export const withoutSuffix = (key: string): string =>
	key.slice(0, -suffix.length);

/** `jobs:worker-1:processing` → `jobs` */
export function baseOf(key: string): string | null {
	const name = withoutSuffix(key);
	const at = name.lastIndexOf(":");
	return at > 0 ? name.slice(0, at) : null;
}

/** `jobs:worker-1:processing` of `jobs` → `worker-1`; null where several share one list. */
export function workerIn(key: string, owner: string): string | null {
	const name = withoutSuffix(key);
	return name.startsWith(`${owner}:`) ? name.slice(owner.length + 1) : null;
}

/** `isList`: whether it is there, or was named. */
export function ownerOf(
	key: string,
	others: Iterable<string>,
	isList: (name: string) => boolean,
): Owner {
	const [base, whole] = [baseOf(key), withoutSuffix(key)];
	if (base === null || isList(whole)) return { name: whole, isSure: true };
	if (isList(base)) return { name: base, isSure: true };
	// Workers have numbers; lists side by side in a name space have words.
	const pattern = withoutNumbers(key);
	for (const other of others)
		if (other !== key && withoutNumbers(other) === pattern)
			return { name: base, isSure: false };
	return { name: whole, isSure: false };
}

const withoutNumbers = (name: string): string => name.replace(/\d+/g, "*");
