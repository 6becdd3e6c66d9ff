// Which versions does the package ask for? Those of the lock file, of whatever it needs and what that needs, so that none is newer than what was read.

type Wanted = Readonly<Record<string, string>>;
type Entry = {
	readonly version?: string;
	readonly os?: readonly string[];
	readonly dependencies?: Wanted;
	readonly optionalDependencies?: Wanted;
};
export type Lock = { readonly packages: Readonly<Record<string, Entry>> };

/** npm reads a lock file inside a package only where it comes from a registry; dependencies it reads everywhere. */
export function pinned({ packages }: Lock, names: Iterable<string>) {
	const needed = reached(packages, names, false);
	const optional = [...reached(packages, names, true)].filter(
		// What there is for one kind of machine is pinned by what chooses among them.
		(place) => !needed.has(place) && packages[place]?.os === undefined,
	);
	return {
		dependencies: versionsOf(packages, needed),
		optionalDependencies: versionsOf(packages, optional),
	};
}

function versionsOf(
	packages: Lock["packages"],
	places: Iterable<string>,
): Wanted {
	const versions = [...places].sort().map((place) => {
		const name = place.slice("node_modules/".length);
		if (name.includes("node_modules/"))
			throw new Error(`two versions of one package: ${place}`);
		return [name, packages[place]?.version ?? ""];
	});
	return Object.fromEntries(versions);
}

function reached(
	packages: Lock["packages"],
	names: Iterable<string>,
	withOptional: boolean,
): ReadonlySet<string> {
	const places = new Set<string>();
	const add = (from: string, wanted: Iterable<string>) => {
		for (const name of wanted) {
			const place = placeOf(packages, from, name);
			if (place !== null) places.add(place);
			else if (from === "") throw new Error(`${name} is not depended on`);
		}
	};
	add("", names);
	for (const place of places) {
		const { dependencies = {}, optionalDependencies = {} } =
			packages[place] ?? {};
		add(place, Object.keys(dependencies));
		if (withOptional) add(place, Object.keys(optionalDependencies));
	}
	return places;
}

/** As Node looks for it: in its own folder, then in each above. */
function placeOf(
	packages: Lock["packages"],
	from: string,
	name: string,
): string | null {
	for (let at = from; ; at = at.slice(0, at.lastIndexOf("node_modules/") - 1)) {
		const place = `${at === "" ? "" : `${at}/`}node_modules/${name}`;
		if (place in packages) return place;
		if (at === "") return null;
	}
}
