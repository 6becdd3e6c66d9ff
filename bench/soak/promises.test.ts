// Does the verdict of an hour see what it is there to see?
import { expect, test } from "vitest";
import { type Course, type Kept, promisesOf, type Sample } from "./promises.ts";

const taken = { residentMb: 200, peakMb: 210, ownMb: 190, openFiles: 40 };
const calm = (n: number): Sample => ({
	...{ atHours: n / 360, storeMb: 80, walMb: 4, load: 1 },
	collector: { ...taken, pid: 1 },
	web: { ...taken, pid: 2 },
});

const course = (
	sample: (n: number) => Sample = calm,
	others: Partial<Course> = {},
): Course => ({
	samples: Array.from({ length: 360 }, (_, n) => sample(n)),
	heardMs: new Map([["jobs", Array.from({ length: 720 }, (_, n) => 5000 * n)]]),
	everyMs: 5000,
	answersMs: Array.from({ length: 3600 }, (_, n) => 20 + (n % 50)),
	...{ unanswered: [], thrown: [], failed: [] },
	...others,
});

const told = (of: Course, as: Kept["verdict"]): readonly string[] =>
	promisesOf(of).flatMap(({ verdict, promise }) =>
		verdict === as ? [promise] : [],
	);

test("a calm hour keeps all of them", () => {
	const calmHour = course();
	expect(told(calmHour, "kept")).toHaveLength(promisesOf(calmHour).length);
});

test.each<[string, Course, RegExp]>([
	[
		"a collector that takes 20 MB more each hour",
		course((n) => ({
			...calm(n),
			collector: { ...taken, pid: 1, residentMb: 200 + n / 18 },
		})),
		/memory of the collector/,
	],
	[
		"both over the bound for a moment, and neither of them alone",
		course((n) => ({
			...calm(n),
			web: { ...taken, pid: 2, ownMb: n === 99 ? 330 : 190 },
		})),
		/collector and web take less/,
	],
	[
		"a web that opens a file each minute and closes none",
		course((n) => ({
			...calm(n),
			web: { ...taken, pid: 2, openFiles: 40 + Math.floor(n / 6) },
		})),
		/web leaves no file open/,
	],
	[
		"a collector that was started again",
		course((n) => ({
			...calm(n),
			collector: { ...taken, pid: n < 9 ? 1 : 3 },
		})),
		/collector is never started again/,
	],
	[
		"a collector that was down",
		course((n) => ({
			...calm(n),
			collector: n === 7 ? null : calm(n).collector,
		})),
		/collector is never started again/,
	],
	[
		"every hundredth tick left out for two intervals",
		course(calm, {
			heardMs: new Map([
				[
					"jobs",
					Array.from({ length: 720 }, (_, n) => 5000 * n).filter(
						(_, n) => n % 50 > 1,
					),
				],
			]),
		}),
		/jobs is heard at every tick/,
	],
	[
		"a broker that was never heard",
		course(calm, { heardMs: new Map([["jobs", []]]) }),
		/jobs is heard/,
	],
	[
		"an API that is slow one time of ten",
		course(calm, {
			answersMs: Array.from({ length: 100 }, (_, n) => (n % 10 ? 20 : 1500)),
		}),
		/API answers/,
	],
	[
		"one question without an answer",
		course(calm, { unanswered: ["oh"] }),
		/API answers/,
	],
	[
		"a journal that is never emptied",
		course((n) => ({ ...calm(n), walMb: n })),
		/journal/,
	],
	["a page that throws", course(calm, { thrown: ["oh"] }), /no page throws/],
])("%s breaks its promise, and no other", (_, of, promise) => {
	expect(told(of, "broken")).toEqual([expect.stringMatching(promise)]);
});

/** Swings of some minutes, around a line that rises by so many MB an hour. */
const swinging = (byMb: number, mbPerHour: number): Course =>
	course((n) => ({
		...calm(n),
		collector: {
			...taken,
			pid: 1,
			residentMb: 200 + byMb * Math.sin(n / 30) + (mbPerHour * n) / 360,
		},
	}));

test.each<[string, Course, Kept["verdict"]]>([
	["swings little and rises little", swinging(5, 4), "kept"],
	["swings so much that no slope is seen", swinging(40, 4), "cannot say"],
	["swings as much, and rises all the same", swinging(40, 300), "broken"],
	[
		"was seen for a minute",
		{ ...course(), samples: course().samples.slice(0, 6) },
		"cannot say",
	],
])("a collector whose memory %s", (_, of, verdict) => {
	expect(told(of, verdict)).toContain(
		"the memory of the collector does not grow",
	);
});
