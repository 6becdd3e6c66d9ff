// What does every store promise? One suite, run by each engine on the real thing.
import { describe } from "vitest";
import { activityContract } from "./contract-activity.ts";
import { alertsContract } from "./contract-alerts.ts";
import { alertsKeptContract } from "./contract-alerts-kept.ts";
import { alertNoticesContract } from "./contract-alerts-notices.ts";
import { alertsShownContract } from "./contract-alerts-shown.ts";
import { alertsTendedContract } from "./contract-alerts-tended.ts";
import { beforeContract } from "./contract-before.ts";
import { besideContract } from "./contract-beside.ts";
import { boardContract } from "./contract-board.ts";
import { cleanUpEndsContract } from "./contract-clean-up-ends.ts";
import { cleanUpsContract } from "./contract-clean-ups.ts";
import { contentsContract } from "./contract-contents.ts";
import { errandsContract } from "./contract-errands.ts";
import { filtersContract } from "./contract-filters.ts";
import { foldPagesContract } from "./contract-fold-pages.ts";
import { foldsContract } from "./contract-folds.ts";
import { goneContract } from "./contract-gone.ts";
import { historyContract } from "./contract-history.ts";
import { historyAgesContract } from "./contract-history-ages.ts";
import { historyBeatsContract } from "./contract-history-beats.ts";
import { historyPeaksContract } from "./contract-history-peaks.ts";
import { historyRebuildContract } from "./contract-history-rebuild.ts";
import { historyTimesContract } from "./contract-history-times.ts";
import { namesContract } from "./contract-names.ts";
import { pagesContract } from "./contract-pages.ts";
import { recordContract } from "./contract-record.ts";
import { type Place, sceneOf } from "./contract-scene.ts";
import { sessionsContract } from "./contract-sessions.ts";
import { windowsContract } from "./contract-windows.ts";

/** Each test has a place of its own, and two connections to it. */
export function storeContract(name: string, place: () => Promise<Place>): void {
	const scene = sceneOf(place);
	describe(`${name} keeps its promises`, () => {
		describe("board", () => boardContract(scene));
		describe("what is gone", () => goneContract(scene));
		describe("groups beside the board", () => besideContract(scene));
		describe("history", () => historyContract(scene));
		describe("history with age", () => historyAgesContract(scene));
		describe("history and time", () => historyTimesContract(scene));
		describe("high water", () => historyPeaksContract(scene));
		describe("who went and when", () => historyBeatsContract(scene));
		describe("history after a restart", () => historyRebuildContract(scene));
		describe("filters", () => filtersContract(scene));
		describe("pages", () => pagesContract(scene));
		describe("folds", () => foldsContract(scene));
		describe("pages of folds", () => foldPagesContract(scene));
		describe("windows", () => windowsContract(scene));
		describe("errands", () => errandsContract(scene));
		describe("clean-ups", () => cleanUpsContract(scene));
		describe("ends of clean-ups", () => cleanUpEndsContract(scene));
		describe("what was before", () => beforeContract(scene));
		describe("activity", () => activityContract(scene));
		describe("alerts", () => alertsContract(scene));
		describe("notices", () => alertNoticesContract(scene));
		describe("how long alerts are kept", () => alertsKeptContract(scene));
		describe("alerts on screens", () => alertsShownContract(scene));
		describe("what people change of alerts", () => alertsTendedContract(scene));
		describe("record", () => recordContract(scene));
		describe("contents", () => contentsContract(scene));
		describe("sessions and pulse", () => sessionsContract(scene));
		describe("who is called what", () => namesContract(scene));
	});
}
