// Who is connected at this moment? Whoever came since the last list of connections is not absent, whatever was judged by that list.
import { clientsOf, waitsAsReader } from "../../members/clients.ts";
import { connectionNameOf } from "../../members/connection-name.ts";
import type { MemberNow } from "./group-now.ts";

/** A list that may not be asked for, or is none, changes nothing. */
export function asConnected(
	members: readonly MemberNow[],
	list: unknown,
	group: string,
	database: number,
): readonly MemberNow[] {
	if (typeof list !== "string") return members;
	const here = clientsOf(list).filter((it) => it.database === database);
	const named = new Map(here.map((it) => [it.name, it]));
	return members.map((member) => {
		const connection = named.get(connectionNameOf(group, member.name));
		if (connection === undefined) return member;
		const isBack =
			member.verdict === "dead" ||
			(member.verdict === "stuck" && waitsAsReader(connection));
		return isBack ? { ...member, verdict: "live", isConnected: true } : member;
	});
}
