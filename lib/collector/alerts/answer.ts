// Who answers what is asked about alerts? Each kind of wish has one place; what is changed is looked at in the next review.

import type { Person } from "#lib/access/sessions.ts";
import type {
	AlertAnswer,
	AlertWish,
	ChangingWish,
} from "#lib/core/alert/asked/errand.ts";
import type { Errand } from "#lib/core/errand.ts";

type Wished<V extends AlertWish["verb"]> = Extract<
	AlertWish,
	{ readonly verb: V }
>;

/** Who asked stands in the errand. */
export type AlertPlaces = {
	/** Rules, mutes and what is acknowledged: written with its line of the record, or not at all. */
	tend(wish: ChangingWish, errand: Errand): Promise<AlertAnswer>;
	/** Over what there is for whoever asks. */
	backTest(wish: Wished<"back-test">, person: Person): Promise<AlertAnswer>;
	tryOutlet(wish: Wished<"try outlet">): Promise<AlertAnswer>;
	/** Rules, mutes or acknowledgements are others from now on. */
	tended(): void;
};

export type AlertAnswers = (
	wish: AlertWish,
	errand: Errand,
	person: Person,
) => Promise<AlertAnswer>;

export const answersOf =
	(places: AlertPlaces): AlertAnswers =>
	async (wish, errand, person) => {
		switch (wish.verb) {
			case "back-test":
				return places.backTest(wish, person);
			case "try outlet":
				return places.tryOutlet(wish);
			default: {
				const answer = await places.tend(wish, errand);
				places.tended();
				return answer;
			}
		}
	};
