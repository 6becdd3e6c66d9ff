// How does a test read the board? As a person does: by row, by column, by the broker's place in the strip.
import type { Locator, Page } from "@playwright/test";

export class BoardPage {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	/** Only rows of this channel, so that other stories do not disturb. */
	async open(channel?: string): Promise<void> {
		const filter = channel
			? `?filter=${encodeURIComponent(`channel:"${channel}"`)}`
			: "";
		await this.page.goto(`/${filter}`);
	}

	/** What comes after the rows is there as well, and has asked all that it asks. */
	async settled(): Promise<void> {
		await this.page.getByRole("button", { name: /account/i }).waitFor();
	}

	/** A tree while families fold. */
	get table(): Locator {
		const name = { name: "Board" };
		const tree = this.page.getByRole("treegrid", name);
		return tree.or(this.page.getByRole("table", name));
	}

	row(channel: string): Locator {
		return this.page.getByRole("row").filter({ hasText: channel });
	}

	/** What a row says under that heading. */
	async cell(channel: string, heading: string): Promise<Locator> {
		await this.row(channel).waitFor();
		const heads = await this.page.getByRole("columnheader").allInnerTexts();
		const index = heads.findIndex((head) => head.trim() === heading);
		if (index < 0)
			throw new Error(`no column "${heading}" among ${heads.join(", ")}`);
		const row = this.row(channel);
		const cells = row.getByRole("cell").or(row.getByRole("gridcell"));
		return cells.or(row.getByRole("rowheader")).nth(index);
	}

	broker(name: string): Locator {
		return this.page
			.getByRole("list", { name: "Brokers" })
			.getByRole("listitem")
			.filter({ hasText: name });
	}

	/** How strongly its words are drawn: old values are fainter than fresh ones. */
	async ink(channel: string): Promise<string> {
		const lag = await this.cell(channel, "Lag");
		return lag.evaluate((cell) => getComputedStyle(cell).color);
	}
}
