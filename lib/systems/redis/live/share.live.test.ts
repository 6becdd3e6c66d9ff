// Is our share of a server's time what its process really spends, when nobody but us asks it?
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseAddress } from "../../address.ts";
import { ask } from "../connection/ask.ts";
import { nothingConfigured } from "../connection/configured.ts";
import { linkTo } from "../connection/link.ts";
import { booksOf, shareOf } from "../connection/share.ts";
import { tallyOf } from "../connection/tally.ts";
import { ownRedis } from "../for-tests/own.ts";

const own = ownRedis();

/** Of all processors, by the kernel's count, in its hundredths of a second. */
function processorMsOf(pid: string): number {
	const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1];
	const [user, system] = fields?.split(" ").slice(11, 13).map(Number) ?? [];
	return 10 * ((user ?? 0) + (system ?? 0));
}

test("what our questions cost an idle server is what its process spends", async () => {
	const { client, world } = own();
	for (let i = 0; i < 500; i++) {
		await client.xadd(`s${i}`, "*", "n", i);
		await client.xgroup("CREATE", `s${i}`, "g", "0");
	}
	const pid = /process_id:(\d+)/.exec(await client.info("server"))?.[1] ?? "";
	const address = parseAddress(world.address);
	if (!address) throw new Error("No address");
	const link = linkTo(address, nothingConfigured);
	const ours = await link.client();
	const books = async () => {
		const answers = await ask(ours, "", [
			["info", "cpu"],
			["info", "commandstats"],
			["time"],
		]);
		const text = answers.map(({ reply }) => String(reply)).join("\n");
		return booksOf(text, performance.now(), tallyOf(ours).calls);
	};
	const [before, startMs] = [await books(), processorMsOf(pid)];
	for (let round = 0; round < 400; round++)
		await ask(
			ours,
			"",
			Array.from({ length: 500 }, (_, i) => ["xinfo", "GROUPS", `s${i}`]),
		);
	const [now, endMs] = [await books(), processorMsOf(pid)];
	link.close();
	if (now === null) throw new Error("No books");
	const share = shareOf(before, now);
	const truthMs = endMs - startMs;
	expect(truthMs).toBeGreaterThan(50);
	expect(share?.busyMs).toBeGreaterThan(0.8 * truthMs - 20);
	expect(share?.busyMs).toBeLessThan(1.2 * truthMs + 20);
});
