// What stands before something breaks? The product as it is started, over brokers of this test alone, and a witness of what it says.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Product, startProduct } from "../product.ts";
import { type Visitor, visit } from "../visitor.ts";
import type { Truth } from "./truth.ts";
import { type Witness, watch } from "./witness.ts";

export type Scene = {
	readonly product: Product;
	readonly visitor: Visitor;
	readonly witness: Witness;
};

type Setting = {
	readonly folder: string;
	/** By the names under which the product knows them. */
	readonly brokers: Readonly<Record<string, string>>;
	readonly truths?: readonly Truth[];
	/** What else stands in the file. */
	readonly settings?: string;
	readonly flags?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	readonly under?: readonly string[];
};

/** In a folder of its own, gone afterwards. */
export async function inFolder(
	work: (folder: string) => Promise<void>,
): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-fault-"));
	try {
		await work(folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Ends with the product stopped, whatever the work came to. */
export async function played(
	{ folder, brokers, truths = [], settings, flags = [], env, under }: Setting,
	work: (scene: Scene) => Promise<void>,
): Promise<void> {
	if (settings !== undefined)
		await writeFile(join(folder, "tidemark.yaml"), settings, { mode: 0o600 });
	const product = await startProduct(
		...([folder, brokers, ["--every", "1s", ...flags], env, under] as const),
	);
	const visitor = await visit(product);
	const witness = watch(visitor, truths);
	try {
		await work({ product, visitor, witness });
	} finally {
		await witness.stop();
		await product.stop();
	}
}
