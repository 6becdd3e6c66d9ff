// How does a network between a client and a server go wrong, when a test says so? A proxy that delays, narrows, hushes, cuts and refuses.
import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as after } from "node:timers/promises";

/** What goes wrong with everything that passes from now on; nothing does in the mode `{}`. */
export type ChaosMode = {
	readonly latencyMs?: number;
	/** Up to so much more, for each piece; its pieces never overtake each other. */
	readonly jitterMs?: number;
	/** Hands nothing on before this is over; then all of it, in order. */
	readonly until?: Promise<unknown>;
	/** Takes what comes from this side and hands nothing on. Bytes are missing then: `reset` before it ends. */
	readonly swallows?: "client" | "server" | "both";
	/** What the whole line carries in each direction; whatever is more waits its turn. */
	readonly bytesPerSecond?: number;
	/** An answer ends after so many bytes of a piece, and with it the connection. */
	readonly cutAfterBytes?: number;
	/** Hangs up on whoever comes. */
	readonly refuses?: boolean;
};

export type Chaos = {
	/** Where clients knock. */
	readonly port: number;
	mode: ChaosMode;
	/** What passed so far, by the side it came from. */
	readonly carried: { client: number; server: number };
	/** How many connections were let in so far. */
	opened: number;
	/** How many came, those among them that were hung up on. */
	knocked: number;
	/** Bytes that are on their way, in both directions. */
	waiting: number;
	/** Breaks every connection of this moment. */
	reset(): void;
	close(): Promise<void>;
};

type Side = "client" | "server";
/** Until when each direction is taken. */
type Line = Record<Side, Promise<unknown>>;
const wide = Number.POSITIVE_INFINITY;

/** What becomes of each piece that a side says. */
type Listener = Readonly<Record<Side, (piece: Buffer) => Buffer>>;

export async function startChaos(to: {
	readonly port: number;
	/** Made for each connection. */
	readonly listen?: (() => Listener) | undefined;
}): Promise<Chaos> {
	const living = new Set<Socket>();
	const door = createServer({ allowHalfOpen: true });
	const chaos: Chaos = {
		port: await listen(door),
		mode: {},
		carried: { client: 0, server: 0 },
		...{ opened: 0, knocked: 0, waiting: 0 },
		reset() {
			for (const socket of living) socket.resetAndDestroy();
		},
		async close() {
			const closed = new Promise((resolve) => door.close(resolve));
			chaos.reset();
			await closed;
		},
	};
	const line = { client: Promise.resolve(), server: Promise.resolve() };
	door.on("connection", (near) => {
		chaos.knocked++;
		if (chaos.mode.refuses) return near.resetAndDestroy();
		chaos.opened++;
		const far = connect({
			...{ host: "127.0.0.1", port: to.port, allowHalfOpen: true },
		});
		for (const socket of [near, far]) {
			living.add(socket);
			socket.setNoDelay(true).on("close", () => living.delete(socket));
		}
		const become = to.listen?.() ?? asItIs;
		pass(near, far, "client", { chaos, line, become });
		pass(far, near, "server", { chaos, line, become });
		return undefined;
	});
	return chaos;
}

function listen(door: Server): Promise<number> {
	return new Promise((resolve, reject) => {
		door.once("error", reject);
		door.listen(0, "127.0.0.1", () => {
			const address = door.address();
			resolve(typeof address === "object" ? (address?.port ?? 0) : 0);
		});
	});
}

const asItIs: Listener = { client: (piece) => piece, server: (piece) => piece };

type Passing = {
	readonly chaos: Chaos;
	readonly line: Line;
	readonly become: Listener;
};

function pass(
	from: Socket,
	to: Socket,
	side: Side,
	{ chaos, line, become }: Passing,
): void {
	// One queue a direction: however long a piece is held up, those behind it wait.
	let turn = Promise.resolve();
	from.on("data", (said: Buffer) => {
		const { latencyMs = 0, jitterMs = 0, swallows, until } = chaos.mode;
		const { bytesPerSecond = wide } = chaos.mode;
		if (swallows === "both" || swallows === side) return;
		const piece = become[side](said);
		if (piece.length === 0) return;
		const dueMs = performance.now() + latencyMs + Math.random() * jitterMs;
		chaos.waiting += piece.length;
		for (const part of partsOf(piece, bytesPerSecond))
			turn = turn
				.then(() => wait(dueMs - performance.now()))
				.then(() => until)
				.then(() => carry(part, to, side, { line, bytesPerSecond }))
				.then(() => handOn(part, from, to, side, chaos));
	});
	from.on("end", () => turn.then(() => to.end()));
	from.on("error", () => to.destroy());
	from.on("close", () => turn.then(() => to.destroy()));
}

/** In turn with all else on the line; what nobody waits for any more takes no time. */
async function carry(
	{ length }: Buffer,
	to: Socket,
	side: Side,
	{ line, bytesPerSecond }: { line: Line; bytesPerSecond: number },
): Promise<void> {
	if (bytesPerSecond === wide) return;
	line[side] = line[side].then(() =>
		to.destroyed ? undefined : after((1000 * length) / bytesPerSecond),
	);
	await line[side];
}

/** As a narrow line carries it: a little all the time, and not all of it at the end. */
function partsOf(piece: Buffer, bytesPerSecond: number): readonly Buffer[] {
	const most = Math.max(1, Math.floor(bytesPerSecond / 20));
	if (piece.length <= most) return [piece];
	const count = Math.ceil(piece.length / most);
	return Array.from({ length: count }, (_, i) =>
		piece.subarray(i * most, (i + 1) * most),
	);
}

const wait = (ms: number): Promise<void> | undefined =>
	ms > 0 ? after(ms) : undefined;

function handOn(
	piece: Buffer,
	from: Socket,
	to: Socket,
	side: Side,
	chaos: Chaos,
): void {
	chaos.waiting -= piece.length;
	if (to.destroyed) return;
	const { cutAfterBytes } = chaos.mode;
	const isCut = side === "server" && cutAfterBytes !== undefined;
	const passed = isCut ? piece.subarray(0, cutAfterBytes) : piece;
	chaos.carried[side] += passed.length;
	if (isCut) to.end(passed, () => from.destroy());
	else to.write(passed);
}
