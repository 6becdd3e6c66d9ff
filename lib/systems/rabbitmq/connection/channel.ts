// What is a queue called on the board, and which queue does such a name mean? By its own name in the usual virtual host.

export type Named = { readonly virtualHost: string; readonly name: string };

export const usualVirtualHost = "/";

/** No two queues share one: a slash stands in it only behind the name of a virtual host, which itself has none then. */
export function channelOf({ virtualHost, name }: Named): string {
	return virtualHost === usualVirtualHost && !name.includes("/")
		? name
		: `${encodeURIComponent(virtualHost)}/${name}`;
}

/** Null where no queue is called so. */
export function namedBy(channel: string): Named | null {
	const slash = channel.indexOf("/");
	if (slash < 0) return { virtualHost: usualVirtualHost, name: channel };
	try {
		const named = {
			virtualHost: decodeURIComponent(channel.slice(0, slash)),
			name: channel.slice(slash + 1),
		};
		return channelOf(named) === channel ? named : null;
	} catch {
		return null;
	}
}
