// Can it be seen, and not by colour alone, which partition is stuck?
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PartitionBars } from "./partition-bars.tsx";
import { stalledIcon } from "./verdict-mark.tsx";

const bar = (partition: number, lag: number | null, isStuck = false) => ({
	...{ partition, lag, isStuck },
});
const drawn = (...bars: readonly ReturnType<typeof bar>[]) =>
	renderToStaticMarkup(
		<PartitionBars
			bars={bars}
			label="Lag of partitions"
			width={520}
			said={({ partition }) => `Partition ${partition}`}
		/>,
	);

test("one that is stuck has another colour and a mark above it", () => {
	const svg = drawn(bar(1, 900, true), bar(0, 30));
	expect(svg.split(stalledIcon)).toHaveLength(2);
	expect(svg.split('class="bar-lag"')).toHaveLength(2);
	expect(svg.indexOf("Partition 0")).toBeLessThan(svg.indexOf("Partition 1"));
});

test("what is not known and what is nothing have no bar, and keep their place", () => {
	const svg = drawn(bar(0, null), bar(1, 0), bar(2, 5));
	expect(svg.split('class="bar-lag"')).toHaveLength(2);
	expect(svg.split('class="bar-place"')).toHaveLength(4);
});
