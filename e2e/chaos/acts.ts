// I3: is each clean-up done at most once, and told as what it was? Messages of a dead member are brought back, whatever breaks meanwhile.
import {
	type Account,
	messages,
	type Reclaim,
	reclaimOn,
} from "../faults/reclaim.ts";
import type { Visitor } from "../visitor.ts";
import type { Place } from "./place.ts";

const endings = ["done", "partly done", "refused", "failed", "unknown"];

export type Acts = {
	/** Returns when it was approved, or could not be. */
	ask(n: number): Promise<void>;
	/** By how they ended; what was never approved among them. */
	ended(): Promise<ReadonlyMap<string, number>>;
	/** What is not as it was told. */
	wrong(): Promise<readonly string[]>;
	end(): void;
};

export function actsOn({ redis }: Place, visitor: Visitor): Acts {
	const begun: Reclaim[] = [];
	const told = new Map<string, Account>();
	const wrong: string[] = [];
	let unbegun = 0;

	async function close(act: Reclaim): Promise<string> {
		const { state, messages: said } = await act.ended(visitor);
		const account = await act.account();
		told.set(act.id, account);
		const { copied, held, wrong: odd } = account;
		if (!endings.includes(state)) wrong.push(`I3: ${act.id} is ${state}`);
		if (odd > 0 || copied + held !== messages || said > copied)
			wrong.push(
				`I3: ${act.id}, ${state}, says ${said}; ${copied} were brought back, ${held} are held, ${odd} are wrong`,
			);
		return state;
	}

	return {
		async ask(n) {
			try {
				begun.push(await reclaimOn(redis.address, `acts:${n}`, visitor));
			} catch {
				// Nobody was there to say yes to, so nothing was to be done.
				unbegun++;
			}
		},
		async ended() {
			const states = new Map<string, number>();
			if (unbegun > 0) states.set("never approved", unbegun);
			for (const act of begun) {
				const state = await close(act);
				states.set(state, (states.get(state) ?? 0) + 1);
			}
			return states;
		},
		async wrong() {
			for (const act of begun)
				if (
					JSON.stringify(await act.account()) !==
					JSON.stringify(told.get(act.id))
				)
					wrong.push(`I3: ${act.id} went on after it had ended`);
			return wrong;
		},
		end() {
			for (const act of begun) act.close();
		},
	};
}
