// What stands above the page when something must be known first, and nothing when nothing must?
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SpokenEn } from "#lib/say/en/spoken.tsx";
import { SpokenKo } from "#lib/say/ko/spoken.tsx";
import type { BoardReply } from "#lib/wire/board.ts";
import { seen } from "#lib/wire/seen.ts";
import { Banner } from "./banner.tsx";
import { before, replyOf } from "./for-tests.ts";

function shown(
	part: Partial<BoardReply["collector"]>,
	Spoken = SpokenEn,
): string {
	const well = replyOf({});
	const reply = { ...well, collector: { ...well.collector, ...part } };
	const asking = { seen: seen(reply, 0), failing: false, online: true };
	return renderToStaticMarkup(
		<Spoken>
			<Banner asking={asking} />
		</Spoken>,
	);
}

test("nothing is said while all is well", () => {
	expect(shown({})).toBe("");
});

test("a disk that is almost full is said, and that the board goes on", () => {
	const html = shown({ history: "no room" });
	expect(html).toContain("History is not being kept");
	expect(html).toContain("The board goes on");
	const korean = shown({ history: "no room" }, SpokenKo);
	expect(korean).toContain("이력을 남기지 않고 있습니다");
});

test("a store that is damaged is said, with what mends it", () => {
	const html = shown({ history: "damaged" });
	expect(html).toContain("grave");
	expect(html).toContain("tidemark restore");
	expect(shown({ history: "damaged" }, SpokenKo)).toContain("손상");
});

test("a collector that is silent is graver than a full disk, and is said alone", () => {
	const html = shown({ history: "no room", at: before(3_600_000) });
	expect(html).toContain("grave");
	expect(html).not.toContain("History");
});
