// What may be configured beside an address: how to connect and sign in, whom to follow, and what to leave out?
import { z } from "zod";
import type { Secret } from "#lib/systems/address.ts";
import {
	everything,
	globs,
	type Picks,
	picks,
	type ReadFile,
	secret,
	section,
	text,
	yesOrNo,
} from "#lib/systems/setting.ts";
import { type Tls, tlsSetting } from "#lib/systems/tls-setting.ts";

export const mechanisms = ["SCRAM-SHA-512", "SCRAM-SHA-256", "PLAIN"] as const;
export type Mechanism = (typeof mechanisms)[number];
const bearer = "OAUTHBEARER";

/** A client of a token server, by its credentials. */
export type TokenClient = {
	readonly tokenUrl: URL;
	readonly clientId: string;
	readonly clientSecret: Secret;
	readonly scope: string | null;
};

export type SignIn =
	| {
			readonly mechanism: Mechanism;
			readonly user: string;
			readonly password: Secret;
	  }
	| ({ readonly mechanism: typeof bearer } & TokenClient);

export type Configured = {
	readonly tls: Tls | null;
	readonly sasl: SignIn | null;
	/** Of the places the cluster names as `host:port`, those that may be dialled. */
	readonly advertised: Picks;
	readonly topics: Picks;
	readonly groups: Picks;
	readonly internal: boolean;
};

export const nothingConfigured: Configured = {
	tls: null,
	sasl: null,
	advertised: everything,
	topics: everything,
	groups: everything,
	internal: false,
};

const passwordSignIn = section({
	mechanism: z.enum(mechanisms).optional(),
	user: text("write the user"),
	password: secret("write the password, best as a variable"),
}).transform(
	({ mechanism = mechanisms[0], user, password }): SignIn => ({
		...{ mechanism, user, password },
	}),
);

const tokenSignIn = section({
	mechanism: z.literal(bearer),
	tokenUrl: text("write the address of the token server").transform(tokenUrl),
	clientId: text("write the client's id"),
	clientSecret: secret("write the client's secret, best as a variable"),
	scope: text("write the scopes, with spaces between").optional(),
}).transform(
	({ scope, ...rest }): SignIn => ({ ...rest, scope: scope ?? null }),
);

/** The secret is sent there: in clear only to this machine. */
function tokenUrl(given: string, context: z.RefinementCtx): URL {
	const url = URL.parse(given);
	const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(
		url?.hostname ?? "",
	);
	if (
		(url?.protocol === "https:" || (url?.protocol === "http:" && isHere)) &&
		url.username + url.password === ""
	)
		return url;
	context.addIssue({
		code: "custom",
		message: "write an address that begins with https://, without a user in it",
	});
	return z.NEVER;
}

const mechanismSay = `settings belong below it, a mechanism among them: ${[...mechanisms, bearer].join(", ")}`;

/** Each mechanism has its own settings, and a mistake among them is told as one of that mechanism. */
const sasl = z.discriminatedUnion(
	"mechanism",
	[passwordSignIn, tokenSignIn],
	mechanismSay,
);

const placeSay =
	"write a host with its port, such as *.example.org:9092; * stands for anything";

/** A pattern without a port would fit no place, and nothing could be read. */
const places = globs(
	text(placeSay).refine((place) => /:|\*$/.test(place), placeSay),
);

export const configured = (read: ReadFile): z.ZodType<Configured> =>
	section({
		tls: tlsSetting(read).optional(),
		sasl: sasl.optional(),
		advertised: places.optional(),
		topics: picks.optional(),
		groups: picks.optional(),
		internal: yesOrNo.optional(),
	}).transform(
		({ tls, sasl, advertised, topics, groups, internal }): Configured => ({
			tls: tls ?? null,
			sasl: sasl ?? null,
			advertised: advertised ?? everything,
			topics: topics ?? everything,
			groups: groups ?? everything,
			internal: internal ?? false,
		}),
	);
