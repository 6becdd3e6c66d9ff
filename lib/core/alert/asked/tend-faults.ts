// Why can a rule, a mute or an alert not be changed so? Codes, each with a sentence.

export const tendFaults = [
	/** {name}: it is changed there. */
	"rule in file",
	/** {name} */
	"rule gone",
	/** {name} */
	"rule name taken",
	"rule name blank",
	/** {name}: it can be turned off, and keeps its name. */
	"usual rule stays",
	/** {most} */
	"rules too many",
	/** {outlet} */
	"outlet unknown",
	"mute over",
	/** {days} */
	"mute too long",
	"mute without reason",
	/** {most} */
	"mutes too many",
	"mute gone",
	/** It does not fire, or is not known any more. */
	"alert over",
	/** {by} */
	"acknowledged already",
	/** Somebody else was faster. */
	"changed meanwhile",
] as const;
export type TendFault = (typeof tendFaults)[number];
