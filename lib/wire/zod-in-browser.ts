// What of zod does a browser need? Only what reads a reply: 1 kB in place of 31. The build puts it where the descriptions name zod.

const wrong = Symbol("wrong");
type Read = (value: unknown) => unknown;

class Shape {
	readonly read: Read;
	constructor(read: Read) {
		this.read = read;
	}
	safeParse(value: unknown) {
		const data = this.read(value);
		return data === wrong ? { success: false } : { success: true, data };
	}
	nullable = (): Shape =>
		new Shape((value) => (value === null ? null : this.read(value)));
	optional = (): Shape =>
		new Shape((value) => (value === undefined ? undefined : this.read(value)));
	/** For the document, which the server writes. */
	meta = (): Shape => this;
	int = (): Shape => fitting((value) => Number.isSafeInteger(value));
	/** What only requests have, which only the server reads. */
	min = onServer;
	max = onServer;
	regex = onServer;
	refine = onServer;
	transform = onServer;
	default = onServer;
}

function onServer(): Shape {
	return new Shape(() => {
		throw new TypeError("a request is read by the server");
	});
}

const fitting = (fits: (value: unknown) => boolean): Shape =>
	new Shape((value) => (fits(value) ? value : wrong));

type Named = Readonly<Record<string, unknown>>;
type Shapes = Readonly<Record<string, Shape>>;

const isNamed = (value: unknown): value is Named =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** What is not described is left out, as zod does. */
function object(shapes: Shapes): Shape {
	const entries = Object.entries(shapes);
	return new Shape((value) => {
		if (!isNamed(value)) return wrong;
		const fit: Record<string, unknown> = {};
		for (const [name, { read }] of entries) {
			const found = read(value[name]);
			if (found === wrong) return wrong;
			if (name in value || found !== undefined) fit[name] = found;
		}
		return fit;
	});
}

function strictObject(shapes: Shapes): Shape {
	const { read } = object(shapes);
	return new Shape((value) =>
		isNamed(value) && Object.keys(value).every((name) => name in shapes)
			? read(value)
			: wrong,
	);
}

const array = ({ read }: Shape): Shape =>
	new Shape((value) => {
		if (!Array.isArray(value)) return wrong;
		const fit = value.map(read);
		return fit.includes(wrong) ? wrong : fit;
	});

/** Where the names are a list, all of them must be there and no other. */
function record(names: Shape & { readonly options?: Options }, named: Shape) {
	if (names.options)
		return strictObject(
			Object.fromEntries(names.options.map((name) => [String(name), named])),
		);
	return new Shape((value) => {
		if (!isNamed(value)) return wrong;
		const fit = Object.entries(value).map(([name, it]): [string, unknown] => [
			name,
			named.read(it),
		]);
		return fit.some(([, it]) => it === wrong) ? wrong : Object.fromEntries(fit);
	});
}

const union = (shapes: readonly Shape[]): Shape =>
	new Shape((value) => {
		for (const { read } of shapes) {
			const found = read(value);
			if (found !== wrong) return found;
		}
		return wrong;
	});

type Options = readonly unknown[];
const oneOf = (options: Options): Shape & { readonly options: Options } =>
	Object.assign(
		fitting((value) => options.includes(value)),
		{ options },
	);

const number = () => fitting((value) => Number.isFinite(value));
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export const z = {
	...{ object, strictObject, array, record, union, number, enum: oneOf },
	discriminatedUnion: (_: string, shapes: readonly Shape[]) => union(shapes),
	literal: (only: unknown) => oneOf([only]),
	string: () => fitting((value) => typeof value === "string"),
	boolean: () => fitting((value) => typeof value === "boolean"),
	unknown: () => fitting(() => true),
	int: () => number().int(),
	coerce: { number },
	iso: {
		datetime: () =>
			fitting(
				(value) =>
					typeof value === "string" &&
					moment.test(value) &&
					!Number.isNaN(Date.parse(value)),
			),
	},
};
