// What is the sign of the product? The high-water line, the staff and the water, together a T.

export function Mark() {
	return (
		<svg
			viewBox="0 0 24 24"
			fill="none"
			stroke="currentColor"
			strokeWidth="2.2"
			strokeLinecap="round"
			aria-hidden="true"
		>
			<path d="M4 5h16M12 5v7.5" />
			<path
				className="wave"
				d="M2.5 18.2c1.9-2.6 3.8-2.6 5.6 0s3.7 2.6 5.5 0 3.7-2.6 5.5 0c.8 1.1 1.6 1.7 2.4 1.9"
			/>
		</svg>
	);
}
