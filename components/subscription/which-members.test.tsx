// Can somebody look at the living, or the dead, alone?
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { MemberVerdict } from "#lib/core/member.ts";
import { SpokenEn } from "#lib/say/en/spoken.tsx";
import { Which } from "./which-members.tsx";

const line = (name: string, verdict: MemberVerdict | null) => ({
	...{ name, verdict, evidence: null, mark: null, clientId: null },
	...{ host: null, instanceId: null, partitions: null, holding: 0 },
	...{ idleMs: null, oldestHeldMs: null, output: null },
});
const choices = (...verdicts: readonly (MemberVerdict | null)[]) =>
	renderToStaticMarkup(
		<SpokenEn>
			<Which
				lines={verdicts.map((verdict, i) => line(`m${i}`, verdict))}
				only={null}
				onChoose={() => {}}
			/>
		</SpokenEn>,
	)
		.replaceAll(/<\/button>/g, "|")
		.replaceAll(/<[^>]*>/g, "");

test("all, and each verdict that somebody has, with how many", () => {
	expect(choices("dead", "live", "dead")).toBe(
		"Which membersAll 3|live 1|dead 2|",
	);
});

test("where all are the same, or nobody is judged, there is nothing to choose", () => {
	expect(choices("live", "live")).toBe("");
	expect(choices(null, null)).toBe("");
});
