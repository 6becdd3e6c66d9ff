// How much of a server's own time did our reading take?

/** `busyMs` of the server's time went into our questions, out of `overMs` that passed. */
export type OwnShare = { readonly busyMs: number; readonly overMs: number };
