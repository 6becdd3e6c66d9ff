// What may be configured about channels? Which of them are shown; one that is named without a * is expected to have listeners.
import { z } from "zod";
import { text } from "../../setting.ts";

export type ChannelsConfigured = {
	/** As the server understands them: `*`, `?` and `[…]`. */
	readonly patterns: readonly string[];
	/** Shown even while nobody listens. */
	readonly expected: readonly string[];
};

export const everyChannel: ChannelsConfigured = {
	...{ patterns: ["*"], expected: [] },
};

const say = "write a channel or a list of them, in which * stands for anything";

const isPattern = (name: string): boolean => /[*?[\\]/.test(name);

export const channelsSetting = z
	.preprocess(
		(given) => (typeof given === "string" ? [given] : given),
		z.array(text(say), say).min(1, say),
	)
	.transform(
		(names): ChannelsConfigured => ({
			patterns: names.filter(isPattern),
			expected: names.filter((name) => !isPattern(name)),
		}),
	);
