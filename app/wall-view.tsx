"use client";
// Where does the wall come from? A file of its own, so that the board does not carry it.
import dynamic from "next/dynamic";

export const WallView = dynamic(() =>
	import("./wall-page.tsx").then(({ WallPage }) => WallPage),
);
