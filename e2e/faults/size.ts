// How much is broken? A little in the tests of every day, and all of it where somebody asks for that.

const isWhole = process.env.TIDEMARK_FAULTS === "whole";

/** The same fault less often, or with fewer: never another one. */
export const sized = (everyDay: number, whole: number): number =>
	isWhole ? whole : everyDay;
