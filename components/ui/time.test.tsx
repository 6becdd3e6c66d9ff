// Is a moment told to eyes, to pointers, to keyboards and to ears?
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Time } from "./time.tsx";

const ms = Date.parse("2026-11-21T14:31:40.000Z");
const whole = (at: number) => `whole ${at}`;

test("a few words carry the whole date for a pointer and for a listener", () => {
	const html = renderToStaticMarkup(
		<Time ms={ms} whole={whole}>
			2 min ago
		</Time>,
	);
	expect(html).toContain('dateTime="2026-11-21T14:31:40.000Z"');
	expect(html).toContain(`title="whole ${ms}"`);
	expect(html).toContain(
		`2 min ago<span class="sr"> (whole ${ms})</span></time>`,
	);
});

test("Tab stops only where it is asked to", () => {
	const times = (stop?: 0) =>
		renderToStaticMarkup(
			<Time ms={ms} whole={whole} {...(stop === 0 && { stop })}>
				2 min ago
			</Time>,
		);
	expect(times()).not.toContain("tabindex");
	expect(times(0)).toContain('tabindex="0"');
});

test("what is told around it already is not told again", () => {
	const html = renderToStaticMarkup(<Time ms={ms}>14:31:40</Time>);
	expect(html).toBe(
		'<time dateTime="2026-11-21T14:31:40.000Z">14:31:40</time>',
	);
});
