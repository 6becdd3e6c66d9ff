// Are the lines that our documents show for a RabbitMQ those that a plan shows?
import { expect, test } from "vitest";
import { typedIn } from "#lib/for-tests-documents.ts";
import { ctl, disconnecting, linesOf } from "./lines.ts";
import { shovelOf } from "./shovel.ts";
import { ours } from "./shovels-now.ts";

test("the lines of the documents are those that a plan shows", () => {
	const at = { virtualHost: "/" };
	const from = { ...at, name: "orders" };
	const shovel = `${ours}orders`;
	const value = shovelOf(from, { ...at, name: "orders.later" }, 40);
	expect(typedIn("docs/clean-ups.md", "rabbitmqctl ")).toEqual([
		linesOf([
			ctl(at, "delete_queue", ["--if-empty", "--if-unused"], "orders.old"),
			ctl(at, "purge_queue", [], "orders"),
			[
				"rabbitmq-plugins",
				"enable",
				"rabbitmq_shovel",
				"rabbitmq_shovel_management",
			],
			ctl(at, "set_parameter", [], "shovel", shovel, JSON.stringify(value)),
			ctl(at, "clear_parameter", [], "shovel", shovel),
			disconnecting(
				{ url: "http://rabbit-1:15672" },
				"10.0.0.7:41234 -> 10.0.0.8:5672",
			),
		]),
	]);
});
