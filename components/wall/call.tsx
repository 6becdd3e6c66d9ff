"use client";
// Does the wall call somebody when more begins to fire? Only where they switched it on: one message and one sound each time.
import { useEffect, useRef, useState } from "react";
import { keepChoice } from "#components/ui/cookie.ts";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { wallWords } from "#lib/say/apart/wall.ts";
import { useWords } from "#lib/say/speech.tsx";
import { callCookie, isCallOn, isMore, play } from "./calling.ts";

export function Call(props: {
	/** Null while it is not known. */
	readonly firing: number | null;
}) {
	const { language } = useWords();
	const wall = wallWords[language];
	const { firing } = props;
	const [isOn, setOn] = useState(false);
	const before = useRef<number | null>(null);
	useEffect(() => setOn(isCallOn(document.cookie)), []);
	useEffect(() => {
		const more = isMore(before.current, firing);
		before.current = firing ?? before.current;
		if (!more || !isOn || firing === null) return;
		play();
		// A browser that was not asked, or said no, shows nothing: the sound is heard all the same.
		if (window.Notification?.permission === "granted")
			new Notification(wall.firing(firing), { tag: "tidemark" });
	}, [firing, isOn, wall]);
	const turn = () => {
		const next = !isOn;
		setOn(next);
		keepChoice(callCookie, next ? "on" : "off");
		if (!next) return;
		// So that whoever switches it on hears what it sounds like, and the browser allows it from then on.
		play();
		void window.Notification?.requestPermission().catch(() => undefined);
	};
	return (
		<>
			{firing !== null && firing > 0 && (
				<span className="wall-firing">{wall.firing(firing)}</span>
			)}
			<button
				type="button"
				className="wall-call"
				role="switch"
				aria-checked={isOn}
				title={isOn ? wall.callOn : wall.callOff}
				onClick={turn}
			>
				<Icon path={isOn ? glyphs.bell : glyphs.mute} size="m" />
				<span className="sr">{wall.call}</span>
			</button>
		</>
	);
}
