"use client";
// How is a fold opened and closed? In the address, by two functions that stay the same so that no line is drawn again for them.
import { useEffect, useRef, useState } from "react";
import { openRows } from "#lib/wire/open.ts";
import type { useAddress } from "./address.ts";

export function useToggle(at: ReturnType<typeof useAddress>) {
	const latest = useRef(at);
	useEffect(() => {
		latest.current = at;
	});
	const [toggles] = useState(() => ({
		toggle(id: string, open: boolean) {
			if (open) latest.current.unfold({ id, limit: openRows.usual });
			else latest.current.close(id);
		},
		showMore: (id: string) =>
			latest.current.unfold({ id, limit: openRows.max }),
	}));
	return toggles;
}
