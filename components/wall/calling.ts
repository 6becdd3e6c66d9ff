// When does the wall call, and how does that sound? Two short tones, made by the browser itself.

export const callCookie = "tidemark-call";

/** Off until somebody wants it. */
export const isCallOn = (cookies: string): boolean =>
	cookies.split("; ").includes(`${callCookie}=on`);

/** What fires as the wall is opened calls nobody: they are standing before it. */
export const isMore = (before: number | null, now: number | null): boolean =>
	before !== null && now !== null && now > before;

const tones = [
	{ hertz: 660, atSeconds: 0 },
	{ hertz: 880, atSeconds: 0.18 },
] as const;
const toneSeconds = 0.16;
const loud = 0.2;

export function play(): void {
	if (!("AudioContext" in window)) return;
	const audio = new AudioContext();
	for (const { hertz, atSeconds } of tones) {
		const fromSeconds = audio.currentTime + atSeconds;
		const tone = audio.createOscillator();
		const volume = audio.createGain();
		tone.frequency.value = hertz;
		volume.gain.setValueAtTime(loud, fromSeconds);
		volume.gain.linearRampToValueAtTime(0, fromSeconds + toneSeconds);
		tone.connect(volume).connect(audio.destination);
		tone.start(fromSeconds);
		tone.stop(fromSeconds + toneSeconds);
	}
	setTimeout(() => void audio.close().catch(() => undefined), 1_000);
}
