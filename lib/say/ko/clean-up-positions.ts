// What do the codes of clean-ups of positions and of plain lists say in Korean?
import { boundOf } from "../bound.ts";
import { count } from "../numbers.ts";
import { numberOf, textOf } from "../sentence.ts";
import { precisely } from "../times.ts";
import type {
	PositionAfterwards,
	PositionEffects,
	PositionRefusals,
	PositionWarnings,
} from "../words/clean-up-positions.ts";
import type { Values } from "../words/words.ts";
import { bounded } from "./clean-up-deeds.ts";

const n = (it: Values, key: string): number => numberOf(it, key) ?? 0;
const counted = (it: Values, key: string): string => count(n(it, key), "ko");
const messages = (it: Values): string =>
	`메시지 ${bounded({ n: n(it, "messages"), bound: boundOf(it) })}건`;
const partitions = (it: Values): string =>
	`파티션 ${counted(it, "partitions")}개`;
const positions = (it: Values): string =>
	`읽기 위치 ${counted(it, "partitions")}개`;
const ago = (it: Values, key: string): string =>
	`${precisely(n(it, key) / 1_000, "ko")} 전에`;
const lasting = (it: Values, key: string): string =>
	precisely(n(it, key) / 1_000, "ko");
const quoted = (it: Values): string => {
	const detail = textOf(it, "detail");
	return detail === "" ? "" : `: “${detail}”`;
};
const named = (what: string, it: Values, key: string): string =>
	textOf(it, key) === "" ? "" : ` (${what}: ${textOf(it, key)})`;

export const koPositionEffects: PositionEffects = {
	"go back": (it) => [messages(it), `(${partitions(it)})을 다시 읽습니다.`],
	skip: (it) => [
		messages(it),
		`(${partitions(it)})을 건너뜁니다. 이 그룹은 영영 읽지 않습니다.`,
	],
	begin: (it) => [partitions(it), "에 없던 읽기 위치가 생깁니다."],
	"brought within": (it) => [
		partitions(it),
		": 지정한 곳이 남아 있는 범위를 벗어나, 남아 있는 가장 가까운 곳으로 정합니다.",
	],
	"forget positions": (it) => [
		positions(it),
		n(it, "channels") > 1
			? `(채널 ${counted(it, "channels")}개)가 없어집니다.`
			: "가 없어집니다.",
	],
	"restore positions": (it) => [
		positions(it),
		"를 함께 적혀 있던 내용까지 이전으로 되돌립니다.",
	],
	evict: (it) => [
		"멤버를 내보냅니다",
		`: ${textOf(it, "name")}${named("고정 이름", it, "instance")}. ${n(it, "others") > 0 ? `${partitions(it)}는 다른 멤버에게 갑니다` : `${partitions(it)}는 읽을 멤버가 없습니다`}. 그사이 돌아온 멤버는 그대로 둡니다.`,
	],
	recover: (it) => [
		messages(it),
		`을 순서 그대로 되돌려 넣습니다${n(it, "lists") > 1 ? ` (리스트 ${counted(it, "lists")}개에서)` : ""}. 받는 리스트: ${textOf(it, "to")}. 대기 중인 것보다 ${textOf(it, "served") === "last" ? "나중에" : "먼저"} 처리됩니다.`,
	],
};

export const koPositionWarnings: PositionWarnings = {
	"program unseen": (it) =>
		numberOf(it, "movedMs") === null
			? "파티션을 스스로 정해 읽는 프로그램은 멤버가 아니어서 여기에 보이지 않습니다. 실행 중이라면 자기 위치를 다시 기록하므로 10초 뒤에 한 번 더 확인합니다."
			: `멤버가 없는데도 ${ago(it, "movedMs")} 읽기 위치가 움직였습니다. 파티션을 스스로 정해 읽는 프로그램이 실행 중일 수 있으며, 자기 위치를 다시 기록하게 됩니다.`,
	"share goes over": (it) =>
		`아직 실행 중이라면 ${partitions(it)}에서 하던 일을 다른 멤버가 다시 합니다.`,
	"may stay out": () =>
		"내보내면 스스로 돌아오지 않는 프로그램도 있어 다시 시작해야 할 수 있습니다.",
	"no way back": (it) =>
		`그룹에 멤버 ${counted(it, "members")}명이 있습니다. 멤버가 있는 동안에는 되돌릴 수 없습니다.`,
	"group goes with it": () =>
		"마지막 읽기 위치가 없어지면 그룹도 얼마 뒤 없어집니다.",
	"begins anew": (it) =>
		`그룹이 ${partitions(it)}를 다시 읽으면 프로그램의 설정에 따라 처음이나 끝에서 시작합니다.`,
	"half done": (it) =>
		`하던 일이 일부 끝났을 수 있습니다. ${messages(it)}을 처음부터 다시 처리하게 됩니다.`,
	"ends assumed": () =>
		"작업자가 어느 쪽 끝에서 가져가는지 보지 못해, RPOPLPUSH처럼 오른쪽 끝으로 봅니다. 왼쪽에서 가져간다면 순서가 바뀝니다.",
	"owner unseen": (it) =>
		`연결만으로는 리스트 ${counted(it, "lists")}개를 누가 처리하는지 알 수 없습니다. 작업자가 잠시 멈춘 것뿐이라면 같은 메시지를 또 처리합니다.`,
	"look alike": (it) =>
		`옆에 있는 것과 내용이 같은 ${messages(it)}이 있습니다. 그중 하나가 끝나고 같은 것을 다시 가져간 것인지 구별할 수 없습니다.`,
};

export const koPositionRefusals: PositionRefusals = {
	"has members": (it) =>
		numberOf(it, "members") === null
			? "그룹에 멤버가 있습니다. 브로커는 멤버가 없는 그룹에서만 이 변경을 허용하니 프로그램을 먼저 멈추세요."
			: `그룹에 멤버 ${counted(it, "members")}명이 있습니다. 브로커는 멤버가 없는 그룹에서만 이 변경을 허용하니 프로그램을 먼저 멈추세요.`,
	regroups: () =>
		"지금 멤버가 들어오거나 나가는 중입니다. 잠시 뒤 다시 시도하세요.",
	"not agreed": () =>
		"브로커의 답이 조금 전과 어긋납니다. 답이 여러 번 일치해야 계획을 세우니 잠시 뒤 다시 시도하세요.",
	"program at work": (it) =>
		`멤버가 없는데도 ${ago(it, "movedMs")} 읽기 위치가 움직였습니다. 파티션을 스스로 정해 읽는 프로그램이 실행 중이며 자기 위치를 다시 기록하게 됩니다. 먼저 멈추세요.`,
	"put back": (it) =>
		`실행 중인 프로그램이 ${partitions(it)}에 자기 위치를 다시 기록했습니다. 먼저 멈추세요.`,
	"transaction open": (it) =>
		`트랜잭션이 ${partitions(it)}의 읽기 위치를 기록하는 중입니다. 끝날 때까지 기다리세요.`,
	"still read": () => "그룹의 멤버가 이 채널을 읽고 있습니다.",
	"made again": (it) =>
		`삭제된 뒤 같은 이름으로 다시 만들어진 채널입니다${named("채널", it, "channel")}.`,
	"positions moved": (it) => `계획을 세운 뒤 ${positions(it)}가 움직였습니다.`,
	"no such partition": (it) => `${partitions(it)}가 존재하지 않습니다.`,
	"other group unknown": (it) =>
		`여기에 읽기 위치가 없는 그룹입니다${named("그룹", it, "group")}.`,
	"not fixed": (it) =>
		`고정 이름이 없는 멤버는 프로그램이 사라지면 브로커가 스스로 내보냅니다${named("멤버", it, "name")}.`,
	"goes by itself": (it) =>
		`이 종류의 그룹에서는 프로그램이 사라지면 브로커가 1분 안에 멤버를 스스로 내보냅니다${named("멤버", it, "name")}.`,
	"still at work": (it) =>
		`방금 읽기 위치가 움직여 아직 읽고 있는 멤버입니다${named("멤버", it, "name")}.`,
	"its own way": (it) =>
		`이 작업을 보관하는 프로그램에는 고유한 규칙이 있습니다${named("프로그램", it, "program")}. 실행할 명령은 아래와 같습니다.`,
	"positions refused": (it) =>
		`브로커가 ${positions(it)}를 기록하지 않았습니다${quoted(it)}.`,
	"still connected": (it) =>
		`연결되어 있어 아직 일하는 중일 수 있습니다${named("작업자", it, "name")}.`,
	"too early": (it) =>
		`${lasting(it, "seenMs")} 동안 그대로인 것을 보았습니다${named("리스트", it, "name")}. ${lasting(it, "patienceMs")} 동안 그대로여야 남겨진 것으로 봅니다.`,
	"taken since": (it) => `그사이 ${messages(it)}을 가져갔습니다.`,
	"nobody judged": (it) =>
		`아직은 멤버 ${counted(it, "members")}명 모두 살아 있을 수 있어 아무것도 가져오지 않습니다.`,
};

export const koPositionAfterwards: PositionAfterwards = {
	"reads on": (it) => `정한 곳부터 읽고 있음: ${positions(it)} 움직임.`,
	"put back": (it) =>
		`실행 중인 프로그램이 되돌림: ${partitions(it)}에 자기 위치를 다시 기록함.`,
	"as before": (it) => `${positions(it)} 모두 이전과 똑같음.`,
	"group came back": () => "그룹이 다시 생김: 프로그램이 새로 만들었음.",
};
