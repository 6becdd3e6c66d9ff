// How is the web built, and what does every answer carry? Small, self-contained, and without the parts that were broken into before.

const everywhere = [
	{ key: "x-content-type-options", value: "nosniff" },
	{ key: "referrer-policy", value: "no-referrer" },
	{ key: "cross-origin-opener-policy", value: "same-origin" },
	{ key: "cross-origin-resource-policy", value: "same-origin" },
	{ key: "x-frame-options", value: "DENY" },
	{
		key: "permissions-policy",
		value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
	},
];

/** @type {import("next").NextConfig} */
const config = {
	output: "standalone",
	distDir: ".tidemark/next",
	outputFileTracingRoot: import.meta.dirname,
	turbopack: {
		root: import.meta.dirname,
		/** Replies are described with zod, and read in a browser by a small part of it. */
		resolveAlias: { zod: { browser: "./lib/wire/zod-in-browser.ts" } },
	},
	poweredByHeader: false,
	images: { unoptimized: true },
	/** The gate checks types once for the whole tree; a file that only extends another is not rewritten by the build. */
	typescript: { ignoreBuildErrors: true, tsconfigPath: "tsconfig.next.json" },
	headers: async () => [
		{ source: "/:path*", headers: everywhere },
		...["/api/:path*", "/metrics"].map((source) => ({
			source,
			headers: [
				{
					key: "content-security-policy",
					value: "default-src 'none'; frame-ancestors 'none'",
				},
			],
		})),
	],
};

export default config;
