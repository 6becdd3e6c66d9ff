// What would be lost at a broker as it is set up, said in Korean?
import type { StandingCode } from "#lib/core/standing.ts";
import { count } from "../numbers.ts";
import { numberOf, textOf } from "../sentence.ts";
import { duration } from "../times.ts";
import type { Values } from "../words/words.ts";

const counted = (values: Values, key: string) =>
	count(numberOf(values, key) ?? 0, "ko");
const lasting = (values: Values) =>
	duration(numberOf(values, "forSeconds") ?? 0, "ko");
const memory = (values: Values) =>
	`${textOf(values, "policy")}, ${numberOf(values, "percent") ?? 0}% 사용 중`;

export const standing: Readonly<
	Record<StandingCode, (values: Values) => string>
> = {
	logged: () =>
		"재시작해도 거의 잃지 않습니다. 변경할 때마다 디스크의 로그에 기록합니다.",
	saved: (values) =>
		`재시작하면 ${lasting(values)} 전 마지막 저장 이후의 변경 약 ${counted(values, "changes")}건을 잃습니다.`,
	"never saved": (values) =>
		`재시작하면 변경 약 ${counted(values, "changes")}건을 잃습니다. ${lasting(values)} 전에 시작한 뒤 디스크에 저장한 적이 없습니다.`,
	"evicts any": (values) =>
		`메모리가 가득 차면 읽지 않은 채널도 통째로 제거합니다(${memory(values)}).`,
	"evicts what expires": (values) =>
		`메모리가 가득 차면 유효 시간(TTL)이 있는 채널을 읽지 않았어도 통째로 제거합니다(${memory(values)}). 해당 채널: ${counted(values, "channels")}개.`,
};
