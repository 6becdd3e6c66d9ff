// What is wrong with an address of one server, of a cluster, or of those who watch over a set?
import type { Address } from "../../address.ts";
import { isSentinel, setIn } from "./sentinel.ts";

export function mistakesIn(address: Address): readonly string[] {
	const isWatched = isSentinel(address);
	const { name, database } = setIn(address);
	const mistakes: string[] = [];
	if (isWatched && name === "")
		mistakes.push(
			"no name of a set; write the one that Sentinel knows behind the hosts, as in /mymaster/0",
		);
	if (isWatched && /\s/.test(name))
		mistakes.push(
			"the name of the set holds a space; write it as Sentinel knows it, as in /mymaster/0",
		);
	if (!/^\d{0,5}$/.test(isWatched ? database : address.path))
		mistakes.push(
			isWatched
				? "what follows the name of the set is no database number; write /mymaster/0, /mymaster/1 … or the name alone"
				: notANumber(address),
		);
	else if (!isWatched && isSeveral(address) && !/^0*$/.test(address.path))
		mistakes.push("a cluster has no database but 0; leave the number out");
	for (const option of address.options.keys())
		mistakes.push(`unknown option "${option}"; remove it`);
	return mistakes;
}

const isSeveral = ({ hosts }: Address): boolean => hosts.length > 1;

const notANumber = (address: Address): string =>
	isSeveral(address)
		? "what follows the hosts is no database number; leave it out for a cluster, and write redis+sentinel:// for a set that Sentinel watches over"
		: "what follows the host is no database number; write /0, /1 … or nothing";
