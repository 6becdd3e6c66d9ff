// Which outlets are configured? Each opened by its kind, under its name.
import type { OutletFact } from "#lib/core/alert/outlet.ts";
import type { Outlet, OutletParts } from "./outlet.ts";
import { outletKinds } from "./register.ts";

export type ConfiguredOutlet = {
	readonly name: string;
	readonly kind: string;
	/** As its kind's own schema made them. */
	readonly settings: unknown;
};

export function openOutlets(
	configured: readonly ConfiguredOutlet[],
	parts: Omit<OutletParts, "name">,
): ReadonlyMap<string, Outlet> {
	return new Map(
		configured.map(({ name, kind: called, settings }) => {
			const kind = outletKinds.find(({ kind }) => kind === called);
			if (!kind) throw new Error(`no outlet of kind ${called}`);
			return [name, kind.open(settings, { ...parts, name })];
		}),
	);
}

/** As everybody may see them. */
export const factsOf = (
	configured: readonly (ConfiguredOutlet & {
		readonly quiet: { readonly text: string } | null;
	})[],
	outlets: ReadonlyMap<string, Outlet>,
): readonly OutletFact[] =>
	configured.map(({ name, kind, quiet }) => ({
		...{ name, kind, quiet: quiet?.text ?? null },
		address: outlets.get(name)?.address ?? "",
	}));
