// How are members taken away that hold nothing? Many at once, as the server lists all of them each time; who came back stays.
import type { Course } from "../../../system.ts";
import { refuse, type Tally } from "../../../tally.ts";
import { sentName } from "../../connection/name.ts";
import { newPace } from "../pace.ts";
import type { Place } from "./group-now.ts";
import { removeRowsOf } from "./replies.ts";
import { run } from "./scripts.ts";
import type { Seen } from "./seen.ts";

const namesAtOnce = 500;

export async function removeMembers(
	{ client, key, groupKey }: Place,
	seen: Seen,
	course: Course,
	tally: Tally,
): Promise<void> {
	const names = seen.members
		.filter(({ isRemoved }) => isRemoved)
		.map(({ name }) => name);
	const pace = newPace();
	for (let i = 0; i < names.length; i += namesAtOnce) {
		if (course.stop.aborted) {
			refuse(tally, "was stopped");
			return;
		}
		const some = names.slice(i, i + namesAtOnce);
		const args = [groupKey, 0, seen.atMs, ...some.map(sentName)];
		const rows = removeRowsOf(await run(client, "remove", [key], args));
		if (rows === null) {
			refuse(tally, "changed since");
			return;
		}
		rows.forEach(({ what, holding, idleMs }, at) => {
			const name = some[at] ?? "";
			if (what === "removed") tally.members++;
			else if (what === "holds")
				refuse(tally, "holds messages", { name, messages: holding });
			else if (what === "active") refuse(tally, "came back", { name, idleMs });
		});
		const { messages, members } = tally;
		await course.progress({ messages, members, stage: "members" });
		await pace.step(0, 0);
	}
}
