// Who works on a list, and what does each hold? Only what its layout tells of anybody has a column.
import { TimedRows } from "#components/ui/timed-rows.tsx";
import { brief, shown } from "#lib/say/name.ts";
import { evidenceSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Words } from "#lib/say/words/words.ts";
import type { LookReply } from "#lib/wire/errand.ts";
import { Age } from "./age.tsx";
import { Known, type MemberDeed, VerdictCell } from "./members.tsx";

type Line = LookReply["members"][number];

export function WorkerTable(props: {
	readonly lines: readonly Line[];
	/** When the broker showed them. */
	readonly atMs: number;
	readonly deed?: MemberDeed | undefined;
}) {
	const words = useWords();
	const { columns, members } = words.subscription;
	const { lines } = props;
	const told = tellers.filter(({ say }) =>
		lines.some((line) => (say(line, words) ?? "") !== ""),
	);
	const areJudged = lines.some(({ verdict }) => verdict !== null);
	return (
		<table className="list members-list" aria-label={members}>
			<thead>
				<tr>
					<th>{columns.member}</th>
					{areJudged && <th>{columns.verdict}</th>}
					{told.map(({ column, isNumber }) => (
						<th key={column} {...(isNumber && { className: "num" })}>
							{columns[column]}
						</th>
					))}
				</tr>
			</thead>
			<TimedRows>
				{lines.map((line) => (
					<tr key={line.name}>
						<th scope="row" title={shown(line.name)}>
							<bdi className="m">{brief(line.name)}</bdi> {props.deed?.(line)}
						</th>
						{areJudged && <VerdictCell verdict={line.verdict} />}
						{told.map(({ column, isNumber, say }) => (
							<td key={column} {...(isNumber && { className: "num" })}>
								<Cell said={say(line, words)} atMs={props.atMs} />
							</td>
						))}
					</tr>
				))}
			</TimedRows>
		</table>
	);
}

type Teller = {
	readonly column: keyof Words["subscription"]["columns"];
	readonly isNumber: boolean;
	/** Null where the layout does not tell, and nothing where there is nothing to tell; a number is an age, in milliseconds. */
	say(line: Line, words: Words): string | number | null;
};

function Cell(props: {
	readonly said: string | number | null;
	readonly atMs: number;
}) {
	const { said, atMs } = props;
	return typeof said === "number" ? (
		<Age ms={said} atMs={atMs} />
	) : (
		<bdi>
			<Known said={said} />
		</bdi>
	);
}

const tellers: readonly Teller[] = [
	{
		...{ column: "evidence", isNumber: false },
		say: ({ evidence }, words) => evidence && evidenceSentence(words, evidence),
	},
	{
		...{ column: "idle", isNumber: true },
		say: ({ idleMs }) => idleMs,
	},
	{
		...{ column: "holding", isNumber: true },
		say: ({ holding }, { numbers }) =>
			holding === null ? null : numbers.count(holding),
	},
	{
		...{ column: "oldestHeld", isNumber: true },
		say: ({ holding, oldestHeldMs }) => (holding === 0 ? "" : oldestHeldMs),
	},
	{
		...{ column: "client", isNumber: false },
		say: ({ clientId }) => clientId && brief(clientId),
	},
	{
		...{ column: "host", isNumber: false },
		say: ({ host }) => host && brief(host),
	},
];
