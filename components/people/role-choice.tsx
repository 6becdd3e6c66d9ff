// Which roles? Those there are, each with a tick.
export function RoleChoice(props: {
	readonly legend: string;
	readonly roles: readonly string[];
	readonly chosen: readonly string[];
	readonly onChoose: (chosen: readonly string[]) => void;
}) {
	const { legend, roles, chosen, onChoose } = props;
	// One that is no longer configured can still be taken away.
	const all = [...new Set([...roles, ...chosen])];
	return (
		<fieldset className="named people-roles">
			<legend>{legend}</legend>
			<div>
				{all.map((role) => (
					<label key={role} className="tick">
						<input
							type="checkbox"
							checked={chosen.includes(role)}
							onChange={({ target }) =>
								onChoose(
									all.filter((it) =>
										it === role ? target.checked : chosen.includes(it),
									),
								)
							}
						/>
						<bdi>{role}</bdi>
					</label>
				))}
			</div>
		</fieldset>
	);
}
