"use client";
// What stands at an address that is no page? Fetched only there, though every page is told of it.
import dynamic from "next/dynamic";

const Missing = dynamic(() =>
	import("./missing.tsx").then(({ Missing }) => Missing),
);

export default function NotFound() {
	return <Missing />;
}
