// How much of a server's own time did our reading take?

/** `busyMs` of the server's time went into our questions, out of the last `overMs`: about a minute. */
export type OwnShare = { readonly busyMs: number; readonly overMs: number };
