// Are families one line each, or many?
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { useWords } from "#lib/say/speech.tsx";

export function FoldSwitch(props: {
	readonly folds: boolean;
	readonly onFold: (folds: boolean) => void;
}) {
	const { fold } = useWords().board;
	const { folds, onFold } = props;
	return (
		<button
			type="button"
			className="switch"
			aria-pressed={folds}
			title={fold.switchTitle}
			onClick={() => onFold(!folds)}
		>
			<span className="box">
				{folds && <Icon path={glyphs.check} size="xs" />}
			</span>
			{fold.switch}
		</button>
	);
}
