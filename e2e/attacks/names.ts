// Which names does somebody choose who wants a page, a file or a mail to run them? Each as a stream, a group and a member, with work left behind.
import { Redis } from "ioredis";
import type { RedisWorld } from "#world/redis.ts";

export const hostile: readonly string[] = [
	"<script>attack()</script>",
	'"><img src=x onerror=attack()>',
	"<svg/onload=attack()>",
	"'-attack()-'",
	"javascript:attack()//",
	"</title></script><script>attack()</script>",
	'<iframe srcdoc="<script>parent.attack()</script>"></iframe>',
	"<style>*{display:none!important}</style>",
	"{{constructor.constructor('attack()')()}}$\u007battack()}",
	"&lt;script&gt;attack()&lt;/script&gt;",
	"=cmd|'/C attack'!A0",
	"<!channel> <https://evil.example|attack> @here *a*",
	"__proto__",
];

/** Two entries are held by a member that died, and six wait. */
export async function plant({ address }: RedisWorld): Promise<() => void> {
	const client = new Redis(address);
	const listener = new Redis(address);
	for (const each of [client, listener]) each.on("error", () => {});
	for (const name of hostile) {
		await client.xgroup("CREATE", name, name, "0", "MKSTREAM");
		for (let n = 0; n < 8; n++) await client.xadd(name, "*", name, name);
		await client.xreadgroup(
			...(["GROUP", name, name, "COUNT", 2, "STREAMS", name, ">"] as const),
		);
	}
	await listener.subscribe(...hostile.map((name) => `said ${name}`));
	return () => {
		client.disconnect();
		listener.disconnect();
	};
}
