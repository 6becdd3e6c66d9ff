"use client";
// How is a sheet laid over the page and taken away? Whatever had the focus before has it again afterwards.
import { type RefObject, useEffect, useRef, useState } from "react";

export function useSheet(): RefObject<HTMLDialogElement | null> {
	const dialog = useRef<HTMLDialogElement>(null);
	const [before] = useState(() => document.activeElement);
	useEffect(() => {
		dialog.current?.showModal();
		return () => {
			if (before instanceof HTMLElement) before.focus();
		};
	}, [before]);
	return dialog;
}
