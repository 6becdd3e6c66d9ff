// What is a Redis asked by those who come through a proxy? Listens to what they say, and counts each command by its name.

export type RedisEar = {
	readonly asked: Map<string, number>;
	/** Of one connection. */
	listen(): {
		client(piece: Buffer): Buffer;
		server(piece: Buffer): Buffer;
	};
};

/** One whose beginning two pieces share is not counted. */
const beginning = /(?:^|\n)\*\d+\r\n\$\d+\r\n([a-z]+)(?=\r\n)/gi;

export function newRedisEar(): RedisEar {
	const asked = new Map<string, number>();
	return {
		asked,
		listen: () => ({
			client(piece) {
				for (const [, name = ""] of piece
					.toString("latin1")
					.matchAll(beginning)) {
					const command = name.toLowerCase();
					asked.set(command, (asked.get(command) ?? 0) + 1);
				}
				return piece;
			},
			server: (piece) => piece,
		}),
	};
}
