// Which server is it, and what can it say?
import { expect, test } from "vitest";
import { versionOf } from "./version.ts";

test.each([
	["redis_version:6.2.14", "6.2.14", "none"],
	["redis_version:7.0.15", "7.0.15", "drifts"],
	["redis_version:7.4.1", "7.4.1", "drifts"],
	["redis_version:7.4.2", "7.4.2", "capped"],
	["redis_version:8.0.6", "8.0.6", "capped"],
	["redis_version:10.1.0", "10.1.0", "capped"],
	["redis_version:7.2.4\r\nvalkey_version:8.0.1", "Valkey 8.0.1", "drifts"],
	["redis_version:7.2.4\r\nvalkey_version:8.1.1", "Valkey 8.1.1", "capped"],
	["redis_version:7.2.4\r\nvalkey_version:9.1.2", "Valkey 9.1.2", "capped"],
])("%j is shown as %s and its lag is trusted as %s", (info, shown, trust) => {
	const version = versionOf(`# Server\r\n${info}\r\nredis_mode:standalone\r\n`);
	expect(version).toMatchObject({ shown, lagTrust: trust });
});

test("a server that does not tell its version has none", () => {
	expect(versionOf("# Server\r\n")).toBeNull();
});
