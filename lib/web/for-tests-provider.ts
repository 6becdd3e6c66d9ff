// Who comes in by a provider in tests? A browser with its cookies that is sent there and comes back.
import { reachOf } from "#lib/access/provider/reach.ts";
import { makeSeal } from "#lib/access/provider/sealed.ts";
import { signInsBy } from "#lib/access/provider/sign-ins.ts";
import { whoIs } from "#lib/access/sessions.ts";
import type { AccessSettings, Provider } from "#lib/core/people/access.ts";
import { Secret } from "#lib/core/secret.ts";
import { signInReply } from "#lib/wire/people.ts";
import { answerSignIn } from "./come-in.ts";
import { ask, type Stage, stage } from "./for-tests.ts";
import { guarded } from "./guard.ts";
import { backFromProvider, startAtProvider } from "./provider.ts";

export type Company = {
	readonly stage: Stage;
	readonly log: readonly string[];
	browser(): Browser;
};

export type Browser = {
	/** Where the provider is, with all that was asked of it. */
	leave(next?: string): Promise<URL>;
	back(answer: URLSearchParams): Promise<Arrived>;
	readonly jar: Map<string, string>;
};

export type Arrived = {
	readonly code: number;
	readonly page: string;
	/** Where it leads on to. */
	readonly on: string;
	readonly person: string | null;
	readonly groups: readonly string[];
	readonly trouble: string | null;
	readonly cookies: readonly string[];
};

type Named = Pick<Provider, "issuer" | "client"> & { readonly secret: string };

export async function companyAt(
	provider: Named,
	given: Partial<Provider> = {},
	access: Partial<AccessSettings> = {},
	deadlineMs = 10_000,
): Promise<Company> {
	const settings: Provider = {
		...{ label: "Sign in", nameClaim: "preferred_username" },
		...{ groupsClaim: "groups", scopes: ["openid", "profile", "groups"] },
		...{ ...provider, secret: new Secret(provider.secret), ...given },
	};
	const groups = { sre: ["admin"], payments: ["viewer"] };
	const here = await stage({
		access: { groups, ...access, provider: settings },
	});
	const seal = makeSeal();
	const reach = reachOf(settings.issuer, { deadlineMs, mostBytes: 262_144 });
	const log: string[] = [];
	const signIns = signInsBy(settings, seal, reach, (line) => log.push(line));
	const place = { ...here.place, provider: { seal, signIns } };
	return {
		stage: here,
		log,
		browser() {
			const jar = new Map<string, string>();
			return {
				jar,
				async leave(next = "/") {
					const path = `/api/session/provider?next=${encodeURIComponent(next)}`;
					const answer = await ask(doors(place).start, path, sent(jar));
					keep(jar, answer);
					return new URL(answer.headers.get("location") ?? "", "http://here");
				},
				async back(answer) {
					const path = `/api/session/provider/back?${answer}`;
					const answered = await ask(doors(place).back, path, sent(jar));
					keep(jar, answered);
					return arrived(answered);
				},
			};
		},
	};

	async function arrived(answer: Response): Promise<Arrived> {
		const cookies = answer.headers.getSetCookie();
		const token = cookies
			.map(
				(cookie) => /^(?:__Host-)?tidemark-session=([^;]+)/.exec(cookie)?.[1],
			)
			.find((it) => it !== undefined);
		const person =
			token === undefined
				? null
				: await whoIs(here.store, token, place.access, here.clock.nowMs);
		const session = person && (await here.store.sessions.find(person.session));
		const jar = new Map<string, string>();
		keep(jar, answer);
		const told = await ask(doors(place).signIn, "/api/sign-in", sent(jar));
		const { trouble } = signInReply.parse(await told.json());
		const page = await answer.text();
		return {
			...{ code: answer.status, page, cookies },
			on:
				answer.headers.get("location") ??
				/content="0;url=([^"]*)"/.exec(page)?.[1] ??
				"",
			...{ person: person?.name ?? null, groups: session?.groups ?? [] },
			trouble: trouble?.key ?? null,
		};
	}
}

const doors = (place: Stage["place"]) => ({
	start: guarded("GET /api/session/provider", startAtProvider, () => place),
	back: guarded(
		"GET /api/session/provider/back",
		backFromProvider,
		() => place,
	),
	signIn: guarded("GET /api/sign-in", answerSignIn, () => place),
});

const sent = (jar: ReadonlyMap<string, string>) => ({
	headers: {
		"sec-fetch-dest": "document",
		cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
	},
});

function keep(jar: Map<string, string>, answer: Response): void {
	for (const cookie of answer.headers.getSetCookie()) {
		const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
		if (/max-age=0/i.test(cookie)) jar.delete(name);
		else jar.set(name, value);
	}
}
