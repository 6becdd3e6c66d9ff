// What broker do the tests of clean-ups act on? A port written by hand that does what the test says, and remembers what it was told.
import { exactly } from "#lib/core/amount.ts";
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import { outcomeOf, planOf } from "#lib/core/clean-up/for-tests.ts";
import type { Before } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { CleanUps, Connection, Proof } from "#lib/systems/system.ts";

export const beforeOfMessage = (place: number): Before => ({
	...{ id: `${place}`, owner: "a", deliveredMs: 1, deliveries: 2, copy: null },
});

type Step = [channel: string, place: number, stop: AbortSignal];

export type World = ReturnType<typeof worldOf>;

/** A broker of three messages a channel, each of which is a step of its own. */
export function worldOf() {
	const world = {
		/** What was changed there, in order. */
		done: [] as string[],
		/** What its clean-ups were asked to do. */
		planned: [] as Parameters<CleanUps["plan"]>[],
		proved: [] as Parameters<CleanUps["prove"]>[],
		applied: 0,
		plan: (cleanUp: CleanUp): Plan | Promise<Plan> =>
			planOf({ cleanUp, messages: exactly(3) }),
		/** Before anything is begun. */
		look: async (): Promise<void> => undefined,
		step: async (..._: Step): Promise<void> => undefined,
		proof: (): Proof => ({
			figures: [{ code: "held", before: exactly(3), after: exactly(1) }],
			afterwards: [{ code: "as left", values: {}, atMs: Date.now() }],
		}),
	};
	return world;
}

export function connectionTo(world: World): Connection {
	const cleanUps: CleanUps = {
		async plan(...given) {
			world.planned.push(given);
			return world.plan(given[1]);
		},
		async apply({ channel }, { messages }, { stop, ...course }) {
			world.applied++;
			await course.progress({
				messages: 0,
				members: 0,
				stage: "looking again",
			});
			await world.look();
			let place = 0;
			for (; place < messages.n && !stop.aborted; place++) {
				const done = { messages: place, members: 0 };
				await course.progress({ ...done, stage: "messages" });
				await world.step(channel, place, stop);
				world.done.push(`${channel} ${place}`);
				await course.keep([beforeOfMessage(place)]);
			}
			if (place === messages.n) return outcomeOf({ messagesDone: place });
			return outcomeOf({
				...{ ending: "partly done", messagesDone: place },
				refusals: [{ code: "was stopped", values: {} }],
			});
		},
		async prove(...given) {
			world.proved.push(given);
			return world.proof();
		},
	};
	const unasked = () => Promise.reject(new Error("not asked here"));
	return {
		read: unasked,
		look: unasked,
		close: async () => undefined,
		cleanUps,
	};
}
