// What stands where a page will be while it is fetched?

/** `said` is for those who hear the page. */
export function GhostPage(props: {
	readonly className: string;
	readonly said: string;
}) {
	return (
		<div className={`page ${props.className}`} aria-busy="true">
			<title>Tidemark</title>
			<p className="sr">{props.said}</p>
			<div className="ghosts" aria-hidden="true">
				<i className="ghost" />
				<i className="ghost wide" />
				<i className="ghost figs" />
			</div>
		</div>
	);
}
