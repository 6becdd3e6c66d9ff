// How does one headline figure look? Its name, the number, and what it means.
import type { ReactNode } from "react";

export function Figure(props: {
	readonly name: string;
	readonly note: ReactNode;
	readonly look?: string;
	readonly children: ReactNode;
}) {
	return (
		<div className="fig">
			<dt>{props.name}</dt>
			<dd>
				<b className={props.look ?? ""}>{props.children}</b>
				<span>{props.note}</span>
			</dd>
		</div>
	);
}
