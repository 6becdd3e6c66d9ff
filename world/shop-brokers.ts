// How is Tidemark told of the shop's brokers? As a user writes it, the one password in a variable.

/** Whoever runs on this machine can read what stands in a flag. */
export const shopEnv = { SHOP_PASSWORD: "guest" } as const;

/** A worker that died left its list as it is: who watches a demo does not wait a quarter of an hour to hear of it. */
const patience: Readonly<Record<string, string>> = {
	redis: "    lists: { patience: 2m }",
};

/** By their scheme, where each can be reached. */
export const shopBrokers = (
	addresses: readonly {
		readonly scheme: string;
		readonly address: string;
	}[],
): string =>
	[
		"brokers:",
		...addresses.flatMap(({ scheme, address }) => [
			`  shop-${scheme}:`,
			`    address: ${JSON.stringify(address.replace(":guest@", `:\${SHOP_PASSWORD}@`))}`,
			...(patience[scheme] === undefined ? [] : [patience[scheme]]),
		]),
		"",
	].join("\n");
