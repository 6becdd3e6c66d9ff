// When does an outlet want to hear only what is critical? From one minute of the day to another, as its own wall clock shows them.
import type { QuietHours } from "../outlet.ts";

const written = /^(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})(?:\s+(\S+))?$/;
const dayMinutes = 24 * 60;

/** "22:00-07:00 Europe/Berlin"; without a zone it is UTC. Null where that is no time, or no zone. */
export function quietFrom(text: string): QuietHours | null {
	const [, fromHour, from, toHour, to, zone = "UTC"] =
		written.exec(text.trim()) ?? [];
	const fromMinute = minuteOf(fromHour, from);
	const toMinute = minuteOf(toHour, to);
	if (fromMinute === null || toMinute === null || !isZone(zone)) return null;
	if (fromMinute === dayMinutes || fromMinute === toMinute) return null;
	return { fromMinute, toMinute, zone };
}

function minuteOf(hour = "", minute = ""): number | null {
	const at = Number(hour) * 60 + Number(minute);
	const isTime = hour !== "" && Number(minute) < 60 && at <= dayMinutes;
	return isTime ? at : null;
}

function isZone(zone: string): boolean {
	try {
		return clockIn(zone) !== null;
	} catch {
		return false;
	}
}

const clockIn = (zone: string) =>
	new Intl.DateTimeFormat("en-GB", {
		...{ timeZone: zone, hourCycle: "h23" },
		...{ hour: "2-digit", minute: "2-digit" },
	});

/** Made once for an outlet: a zone is looked up slowly. */
export function isQuietIn(quiet: QuietHours): (nowMs: number) => boolean {
	const clock = clockIn(quiet.zone);
	const { fromMinute: from, toMinute: to } = quiet;
	return (nowMs) => {
		const [hour, minute] = clock.format(nowMs).split(":").map(Number);
		const now = (hour ?? 0) * 60 + (minute ?? 0);
		return from < to ? now >= from && now < to : now >= from || now < to;
	};
}
