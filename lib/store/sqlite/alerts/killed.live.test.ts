// Is what fires never there without what is owed for it, when whoever writes it is killed again and again in the middle?
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { openStore } from "../../open.ts";
import { connect } from "../connection.ts";
import { toldIn } from "./for-tests/reviews.ts";

const kills = 12;

test("a review is there whole or not at all, wherever its writer was killed", async () => {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-reviewed-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const store = await openStore(folder);
	onTestFinished(() => store.close());
	let last = 0;
	for (let kill = 0; kill < kills; kill++) {
		const until = last + 1 + Math.floor(Math.random() * 40);
		const file = join(import.meta.dirname, "for-tests/reviewer.ts");
		const reviewer = spawn(process.execPath, [file, folder], {
			stdio: ["ignore", "ignore", "inherit"],
		});
		onTestFinished(() => void reviewer.kill("SIGKILL"));
		const ended = once(reviewer, "exit");
		await eventually(
			async () =>
				(await store.alerts.alertsRev()) >= until ? true : undefined,
			60_000,
			1,
		);
		reviewer.kill("SIGKILL");
		await ended;
		const told = await toldIn(store);
		last = told.firing;
		expect(last).toBeGreaterThanOrEqual(until);
		expect(told).toEqual({
			...{ firing: last, waves: last, notices: last, last, rev: last },
			...{ held: `review ${last}`, pending: [`p${last}`] },
		});
	}
	const connection = await connect(join(folder, "tidemark.db"));
	const sound = connection.one("PRAGMA integrity_check");
	connection.close();
	expect(sound).toMatchObject({ integrity_check: "ok" });
}, 180_000);
