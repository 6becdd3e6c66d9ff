"use client";
// How is a password typed? Hidden, pasted if one likes, filled in by whatever keeps it, and shown to whoever wants to see it.
import { type Ref, useId, useState } from "react";

export function PasswordField(props: {
	readonly label: string;
	readonly name: string;
	/** Whether one that is kept is wanted, or a new one to be kept. */
	readonly autoComplete: "current-password" | "new-password";
	readonly show: string;
	readonly hide: string;
	readonly lengthMax?: number;
	readonly describedBy?: string;
	readonly isWrong?: boolean;
	readonly ref?: Ref<HTMLInputElement>;
	readonly onType?: (text: string) => void;
}) {
	const id = useId();
	const [isShown, setShown] = useState(false);
	const { describedBy, isWrong = false, lengthMax, onType } = props;
	return (
		<div className="secret">
			<label htmlFor={id}>{props.label}</label>
			<div className="secret-row">
				<input
					id={id}
					ref={props.ref}
					type={isShown ? "text" : "password"}
					name={props.name}
					autoComplete={props.autoComplete}
					{...{ spellCheck: false, autoCapitalize: "off", autoCorrect: "off" }}
					{...(lengthMax === undefined ? {} : { maxLength: lengthMax })}
					{...(describedBy === undefined
						? {}
						: { "aria-describedby": describedBy })}
					aria-invalid={isWrong}
					onChange={({ target }) => onType?.(target.value)}
				/>
				<button
					type="button"
					className="btn bare"
					aria-pressed={isShown}
					aria-controls={id}
					onClick={() => setShown(!isShown)}
				>
					{isShown ? props.hide : props.show}
					<span className="sr"> {props.label}</span>
				</button>
			</div>
		</div>
	);
}
