// How are lines walked by keys? To the first button of the next one, or of the one before.

export function walk(lines: HTMLElement | null, step: 1 | -1): void {
	const all = [
		...(lines?.querySelectorAll<HTMLElement>("tr[data-errand]") ?? []),
	];
	const here = document.activeElement?.closest("tr") ?? null;
	const at = all.findIndex(
		(line) => line === here || line === here?.previousElementSibling,
	);
	const next = all[at === -1 ? (step === 1 ? 0 : all.length - 1) : at + step];
	next?.querySelector<HTMLElement>("button")?.focus();
}
