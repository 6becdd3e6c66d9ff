// Which addresses may be tried, and is a password seen wherever it stands?
import { expect, test } from "vitest";
import { addressFault } from "./finding.ts";

test.each([
	["a host and a port", "a://host:1", null],
	["several hosts, a path and an option", "a://h-1:1,h-2:2/0?tls=true", null],
	["an address of the sixth version", "a://[::1]:1", null],
	["spaces around it", "  a://host:1 ", null],
	["a user alone", "a://user@host:1", null],
	["the name of a variable", `a://user:\${A_PASSWORD}@host:1`, null],
	["a password", "a://user:secret@host:1", "password shown"],
	["a password without a user", "a://:secret@host:1", "password shown"],
	["a password with an @", "a://user:se@cret@host:1", "password shown"],
	["a password with a slash", "a://user:se/cret@host:1", "password shown"],
	["a password with a space", "a://user:se cret@host:1", "password shown"],
	["a name and more", `a://u:\${A}secret@host:1`, "password shown"],
	["a password as an option", "a://host:1?password=x", "password shown"],
	["a token as an option", "a://host:1?a=b&authToken=x", "password shown"],
	["nothing", "", "no address"],
	["no scheme", "host:1", "no address"],
	["two lines", "a://host:1\nb", "no address"],
	["far too much", `a://${"h".repeat(500)}`, "no address"],
])("%s", (_sentence, address, fault) => {
	expect(addressFault(address)).toBe(fault);
});
