// Why did a step do nothing? What a script answered, as it is told.
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import { isForbidden } from "../refusals.ts";

export function refusedFor(why: string, detail: string): Refusal {
	switch (why) {
		case "clock":
			return { code: "changed since", values: {} };
		case "gone":
			return { code: "gone", values: {} };
		case "receiver":
			return { code: "receiver unknown", values: { name: detail } };
		case "shared": {
			const values = { groups: Number(detail) };
			return { code: "others would see copies", values };
		}
		case "copy":
			return isForbidden(detail)
				? { code: "broker forbids", values: { detail } }
				: { code: "copy refused", values: { detail } };
		case "denied": {
			const code = isForbidden(detail) ? "broker forbids" : "broker failed";
			return { code, values: { detail } };
		}
		default:
			throw new Error(`a script refused: ${why}`);
	}
}
