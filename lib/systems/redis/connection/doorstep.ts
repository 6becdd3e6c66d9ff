// What stands behind a port that hangs up, or stays silent, before it has answered anything? Asked without any secret.
import { connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import type { Place } from "./options.ts";
import { troubleOf } from "./trouble-of.ts";

const withinMs = 1000;

/** Null when it cannot be told. */
export async function askAtDoor(place: Place): Promise<Trouble | null> {
	const isPlain = await answers(place, "PING\r\n");
	if (place.tls !== null)
		return isPlain
			? trouble("TLS not spoken", "it answers a PING in clear")
			: await refusalOf(place);
	if (isPlain)
		return (await answers(place, "HELLO 3\r\n"))
			? null
			: trouble(
					"wrong protocol",
					"it answers PING and hangs up at HELLO; it may need the setting protocol: 2",
				);
	return (await speaksTls(place))
		? trouble("TLS wanted", "it hangs up in clear and answers a TLS greeting")
		: null;
}

/** A server without TLS takes its greeting for a line that has not ended, and waits for more. */
async function answers({ host, port }: Place, text: string): Promise<boolean> {
	const socket = connect({ host, port });
	socket.once("connect", () => socket.write(text));
	const first = await firstOf(socket, ["data"]);
	return Buffer.isBuffer(first) && /^[+\-%*]/.test(first.toString("latin1"));
}

/** Whether it is the right one does not matter here: nothing is sent to it. */
async function speaksTls({ host, port }: Place): Promise<boolean> {
	const socket = connectTls({ host, port, rejectUnauthorized: false });
	const first = await firstOf(socket, ["secureConnect"]);
	return first === "secureConnect" || isAlert(first);
}

/** Its alert is lost when we have written in the meantime; here nothing is written. */
async function refusalOf({ host, port, tls }: Place): Promise<Trouble | null> {
	const socket = connectTls({ ...tls, host, port });
	const first = await firstOf(socket, []);
	return isAlert(first) ? troubleOf(first, "") : null;
}

const isAlert = (first: unknown): boolean =>
	first instanceof Error &&
	"code" in first &&
	/^ERR_SSL_.*ALERT/.test(String(first.code));

/** What an event brought, or its name where it brought nothing; an error; or null when nothing came in time. */
function firstOf(socket: Socket, events: readonly string[]): Promise<unknown> {
	const { promise, resolve } = Promise.withResolvers<unknown>();
	for (const event of events)
		socket.once(event, (brought: unknown) => resolve(brought ?? event));
	socket.on("error", resolve).once("close", () => resolve(null));
	const timer = setTimeout(() => resolve(null), withinMs);
	return promise.finally(() => {
		clearTimeout(timer);
		socket.destroy();
	});
}
