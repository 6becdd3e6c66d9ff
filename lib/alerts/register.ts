// Which outlets are there? One line each.
import type { OutletKind } from "./outlet.ts";

export const outletKinds: readonly OutletKind[] = [];
