// What do requests by address have in common? Numbers brought into their bounds, pages that follow each other, files.
import { z } from "zod";

type Bounds = {
	readonly least?: number;
	readonly most: number;
	readonly usual: number;
	readonly description?: string;
};

export const within = ({ least = 1, most, usual, description }: Bounds) =>
	z.coerce
		.number()
		.int()
		.transform((n) => Math.min(most, Math.max(least, n)))
		.default(usual)
		.meta({
			...(description !== undefined && { description }),
			override: {
				...{ type: "integer", minimum: least, maximum: most, default: usual },
			},
		});

export const cursor = z
	.string()
	.max(4_000)
	.optional()
	.meta({ description: "The `next` of the page before" });

export const fileFormats = ["json", "csv"] as const;
export type FileFormat = (typeof fileFormats)[number];

export const asFile = z.enum(fileFormats).optional().meta({
	description:
		"Everything that fits as one file, from the cursor on; left out, one page",
});
