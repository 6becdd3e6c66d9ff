// Which keys are there? One table for what handles them and for the sheet that lists them: a key that is not here does nothing.

export const keyTable = [
	{ does: "find", where: "everywhere", presses: ["Ctrl K"] },
	{ does: "board", where: "everywhere", presses: ["g b"] },
	{ does: "alerts", where: "everywhere", presses: ["g a"] },
	{ does: "activity", where: "everywhere", presses: ["g h"] },
	{ does: "people", where: "everywhere", presses: ["g p"] },
	{ does: "wall", where: "everywhere", presses: ["g w"] },
	{ does: "live", where: "everywhere", presses: ["l"] },
	{ does: "ask", where: "everywhere", presses: ["r"] },
	{ does: "time", where: "everywhere", presses: ["t"] },
	{ does: "keys", where: "everywhere", presses: ["?"] },
	{ does: "move", where: "board", presses: ["j", "k"] },
	{ does: "open", where: "board", presses: ["Enter"] },
	{ does: "fold", where: "board", presses: ["ArrowRight", "ArrowLeft"] },
	{ does: "filter", where: "board", presses: ["/"] },
	{ does: "leave", where: "board", presses: ["Escape"] },
	{
		does: "verdict",
		where: "board",
		presses: ["1", "2", "3", "4", "5", "6", "7"],
	},
	{ does: "apply", where: "board", presses: ["a"] },
	{ does: "command", where: "board", presses: ["c"] },
	{ does: "select", where: "board", presses: ["x"] },
	{ does: "mute", where: "board", presses: ["m"] },
	{ does: "undo", where: "activity", presses: ["u"] },
] as const;

export type KeyRow = (typeof keyTable)[number];
export type Press = KeyRow["presses"][number];
