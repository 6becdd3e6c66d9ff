// Why can somebody not come in so, or who may come in not be changed so? Codes, each with a sentence.

export const peopleFaults = [
	/** Or no such person, or no password: nobody is told which. */
	"sign-in refused",
	/** {seconds} */
	"too many tries",
	/** {seconds}: others are being let in just now. */
	"try again soon",
	"invitation not valid",
	"passwords off",
	"no role",
	"not for tokens",
	"collector silent",
	/** {least} */
	"password short",
	/** {most} */
	"password long",
	"password is name",
	"password common",
	"password wrong",
	"person name bad",
	/** {name} */
	"person name reserved",
	/** {name} */
	"person name taken",
	/** {name} */
	"person gone",
	/** {most} */
	"people too many",
	/** {role} */
	"role unknown",
	/** Nobody else could let people in any more. */
	"last admin",
	"link administers",
	/** Whose rights are not known here from day to day. */
	"token not yours to make",
	/** {role}: more than whoever makes it may. */
	"token beyond maker",
	/** {most} */
	"tokens too many",
	"token gone",
	"session gone",
] as const;
export type PeopleFault = (typeof peopleFaults)[number];
