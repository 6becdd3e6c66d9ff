// How is a line icon drawn? One path in a 16 × 16 box, in the colour of the text around it.

export const glyphs = {
	to: "M2 8h11M9 4l4 4-4 4",
	up: "M3 13 13 3M5.5 3H13v7.5",
	down: "M3 3l10 10M13 5.5V13H5.5",
	flat: "M2 8h12",
	closed: "M6 3.5 10.5 8 6 12.5",
	find: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.5 10.5l3.2 3.2",
	x: "M4 4l8 8M12 4l-8 8",
	check: "M3 8.5l3.3 3.3L13 4.8",
	open: "M4 6l4 4.5L12 6",
	copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
	warn: "M8 2.2 14.3 13.3H1.7zM8 6.5v3.3M8 11.5h.01",
	again: "M13.2 8a5.2 5.2 0 1 1-1.6-3.7M11.9 1.6v2.9H9",
	light:
		"M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6zM8 1.4v1.3M8 13.3v1.3M1.4 8h1.3M13.3 8h1.3M3.3 3.3l.9.9M11.8 11.8l.9.9M12.7 3.3l-.9.9M4.2 11.8l-.9.9",
	dark: "M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z",
	system: "M2 3h12v8H2zM5.5 13.5h5",
	bell: "M3.2 11.5h9.6c-.9-1-1.3-2-1.3-4.2a3.5 3.5 0 0 0-7 0c0 2.2-.4 3.2-1.3 4.2zM6.7 13.7h2.6",
	mute: "M3.2 11.5h9.6c-.9-1-1.3-2-1.3-4.2a3.5 3.5 0 0 0-7 0c0 2.2-.4 3.2-1.3 4.2zM6.7 13.7h2.6M2.5 2.5l11 11",
	plus: "M8 3v10M3 8h10",
} as const;
export type Glyph = keyof typeof glyphs;

export function Icon(props: {
	readonly path: string;
	readonly size?: "xs" | "s" | "m";
	/** Finer for pictures of things than for signs. */
	readonly stroke?: number;
	/** What it says to those who cannot see it; without one it is decoration. */
	readonly label?: string;
	readonly className?: string;
}) {
	const { path, size = "s", stroke = 1.6, label, className } = props;
	const sized = size === "m" ? "i" : `i-${size}`;
	const drawn = (
		<svg
			className={className ? `${sized} ${className}` : sized}
			viewBox="0 0 16 16"
			fill="none"
			stroke="currentColor"
			strokeWidth={stroke}
			strokeLinecap="round"
			strokeLinejoin="round"
			aria-hidden="true"
		>
			<path d={path} />
		</svg>
	);
	if (label === undefined) return drawn;
	return (
		<span role="img" aria-label={label} title={label}>
			{drawn}
		</span>
	);
}
