// May somebody see an alert about this, who may see so much?
import { holdsAt, reaches, type Scope } from "../people/scope.ts";
import type { AlertTarget } from "./alert.ts";

/** What is about no broker is about everything. */
export function isInScope(scope: Scope, target: AlertTarget): boolean {
	switch (target.is) {
		case "subscription":
			return holdsAt(scope, target);
		case "broker":
			return reaches(scope, target.broker);
		case "outlet":
		case "store":
			return scope === null;
	}
}
