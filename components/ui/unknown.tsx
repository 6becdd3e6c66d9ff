// How does a value look that cannot be known? A dash to the eye, words to the ear; never a zero.

export function Unknown(props: { readonly why: string }) {
	return (
		<span className="q" title={props.why}>
			<span aria-hidden="true">—</span>
			<span className="sr">{props.why}</span>
		</span>
	);
}
