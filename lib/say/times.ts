// How are durations and moments written? Two units at most; a clock time while it is near, a date when it is not.
import type { Language } from "./language.ts";
import { count } from "./numbers.ts";
import { shownZone } from "./zone.ts";

const units = {
	en: { d: "\u00a0d", h: "\u00a0h", min: "\u00a0min", s: "\u00a0s" },
	ko: { d: "일", h: "시간", min: "분", s: "초" },
} as const;

type Unit = keyof (typeof units)["en"];

const written = (parts: readonly [number, Unit][], language: Language) =>
	parts
		.filter(([n], index) => index === 0 || n > 0)
		.map(([n, unit]) => count(n, language) + units[language][unit])
		.join("\u00a0");

/** "2 s", "6 min", "2 h 1 min", "6 d 3 h": rounded down, so that nothing is said to be older than it is. */
export function duration(seconds: number, language: Language): string {
	const s = Math.max(0, Math.floor(seconds));
	if (s < 60) return written([[s, "s"]], language);
	const min = Math.floor(s / 60);
	if (min < 60) return written([[min, "min"]], language);
	const h = Math.floor(min / 60);
	if (h < 24)
		return written(
			[
				[h, "h"],
				[min % 60, "min"],
			],
			language,
		);
	return written(
		[
			[Math.floor(h / 24), "d"],
			[h % 24, "h"],
		],
		language,
	);
}

/** Where there is room for one unit only: "2 h", "45 min". */
export function largest(seconds: number, language: Language): string {
	const s = Math.max(0, Math.floor(seconds));
	const size = s < 3_600 ? 60 : s < 86_400 ? 3_600 : 86_400;
	return duration(s < 60 ? s : s - (s % size), language);
}

const tilde = { en: "–", ko: "~" } as const;

/** "4–13 min", "30 min–2 h": the unit once where it is the same. */
export function span(low: number, high: number, language: Language): string {
	const [from, to] = [largest(low, language), largest(high, language)];
	if (from === to) return from;
	const unitOf = (text: string) => text.replace(/^[\d,]+/, "");
	const first =
		unitOf(from) === unitOf(to) ? from.slice(0, -unitOf(from).length) : from;
	return `${first}${tilde[language]}${to}`;
}

/** With the seconds while they still matter: "1 min 12 s". */
export function precisely(seconds: number, language: Language): string {
	const s = Math.max(0, Math.floor(seconds));
	if (s < 60 || s >= 600) return duration(s, language);
	return written(
		[
			[Math.floor(s / 60), "min"],
			[s % 60, "s"],
		],
		language,
	);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(
	language: Language,
	zone: string | undefined,
	options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
	const key = `${language} ${zone} ${Object.entries(options).join()}`;
	const known = formats.get(key);
	if (known !== undefined) return known;
	const made = new Intl.DateTimeFormat(
		language === "en" ? "en-GB" : language,
		zone === undefined ? options : { ...options, timeZone: zone },
	);
	formats.set(key, made);
	return made;
}

const hours = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** "14:31:40", in the reader's zone unless another is named. */
export const clock = (
	ms: number,
	language: Language,
	zone = shownZone(),
): string => format(language, zone, { ...hours, second: "2-digit" }).format(ms);

const day = (ms: number, zone?: string): string =>
	format("en", zone, { dateStyle: "short" }).format(ms);

/** "14:26" on the same day, "Fri 02:09" within a week, else "12 Nov, 02:09". */
export function moment(
	ms: number,
	nowMs: number,
	language: Language,
	zone = shownZone(),
): string {
	if (day(ms, zone) === day(nowMs, zone))
		return format(language, zone, hours).format(ms);
	const near = Math.abs(nowMs - ms) < 6 * 86_400_000;
	const options: Intl.DateTimeFormatOptions = near
		? { weekday: "short", ...hours }
		: { day: "numeric", month: "short", ...hours };
	return format(language, zone, options).format(ms);
}

/** "20 Nov": for a day as a whole. */
export const date = (
	ms: number,
	language: Language,
	zone = shownZone(),
): string =>
	format(language, zone, { day: "numeric", month: "short" }).format(ms);

/** How far the shown zone lies ahead of UTC at that moment, for what has to be round in it. */
export function zoneMs(ms: number, zone = shownZone()): number {
	const parts = format("en", zone, {
		...{ year: "numeric", month: "numeric", day: "numeric" },
		...hours,
		second: "2-digit",
	}).formatToParts(ms);
	const of = (type: string) =>
		Number(parts.find((part) => part.type === type)?.value ?? 0);
	const shown = Date.UTC(
		...([of("year"), of("month") - 1, of("day")] as const),
		...([of("hour"), of("minute"), of("second")] as const),
	);
	return shown - Math.floor(ms / 1_000) * 1_000;
}

/** For titles: the whole date, with the zone. */
export const wholly = (
	ms: number,
	language: Language,
	zone = shownZone(),
): string =>
	format(language, zone, {
		year: "numeric",
		month: "short",
		day: "numeric",
		...hours,
		second: "2-digit",
		timeZoneName: "short",
	}).format(ms);

/** "UTC", "GMT+9": what the zone is called at that moment, which daylight saving changes. */
export const zoneName = (
	ms: number,
	language: Language,
	zone = shownZone(),
): string =>
	format(language, zone, { timeZoneName: "short" })
		.formatToParts(ms)
		.find(({ type }) => type === "timeZoneName")?.value ?? "";
