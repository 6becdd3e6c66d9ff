// What else was seen of a subscription, said in Korean?

import { count } from "../numbers.ts";
import { numberOf, textOf } from "../sentence.ts";
import { duration } from "../times.ts";
import type { Values, Words } from "../words/words.ts";
import { broadcastNotes } from "./broadcast.ts";

const counted = (values: Values, key: string): string =>
	count(numberOf(values, key) ?? 0, "ko");
const lasting = (values: Values, key: string): string =>
	duration(numberOf(values, key) ?? 0, "ko");

export const notes: Words["notes"] = {
	...broadcastNotes,
	"markers only": (values) =>
		`위치 뒤에 남은 ${counted(values, "messages")}건은 트랜잭션 표시뿐이라 더 읽을 것이 없음`,
	"may be markers": (values) =>
		`남은 ${counted(values, "messages")}건은 트랜잭션 표시일 수 있으나 이 사용자는 볼 수 없음`,
	"open transaction": (values) =>
		`파티션 ${counted(values, "partitions")}개에 ${lasting(values, "forSeconds")}째 열린 트랜잭션이 있어, 커밋된 메시지만 읽는 쪽은 그 앞에서 기다림; 그 뒤에 ${counted(values, "messages")}건`,
	compacted: () =>
		"압축되는 로그라 중간의 메시지가 제거되었으므로 실제로는 더 적을 수 있음",
	"kept for ever": () =>
		"기간이나 크기 제한으로 지워지는 것이 없어, 읽지 않은 메시지도 계속 보존됨",
	"made again": () =>
		"삭제된 뒤 같은 이름으로 다시 만들어짐; 이전 위치는 쓸모없음",
	"fell back": (values) =>
		`지금 응답하는 서버는 이전 서버보다 메시지가 ${counted(values, "messages")}건 적음`,
	"set back": (values) =>
		numberOf(values, "messages") === null
			? "읽기 위치가 되돌려졌거나 그룹이 다시 만들어짐"
			: `읽기 위치가 ${counted(values, "messages")}건 이전으로 되돌려짐`,
	"forgotten soon": (values) =>
		textOf(values, "bound") === "at most"
			? `아무도 읽지 않으면 브로커가 늦어도 ${lasting(values, "seconds")} 안에 읽기 위치를 지움`
			: `아무도 읽지 않으면 브로커가 약 ${lasting(values, "seconds")} 뒤 읽기 위치를 지움`,
	"not committed": (values) =>
		`파티션 ${counted(values, "partitions")}개에는 저장된 위치가 없어 세지 않음`,
	"members away": (values) =>
		`멤버 ${counted(values, "members")}명이 재시작으로 자리를 비웠고 돌아올 예정`,
	"held by absent": (values) =>
		numberOf(values, "members") === null
			? `처리 중인 메시지 ${counted(values, "messages")}건을 맡은 쪽의 활동이 없음; 가장 오래된 것은 ${lasting(values, "forSeconds")}째`
			: `종료했거나 멈춘 멤버 ${counted(values, "members")}명이 메시지 ${counted(values, "messages")}건을 최장 ${lasting(values, "forSeconds")}째 보유; 다른 멤버에게는 전달되지 않음`,
	"waits unserved": (values) =>
		`멤버 ${counted(values, "members")}명이 기다리는 중이며 받은 메시지가 없어 브로커의 목록에 아직 없음`,
	"held still": (values) =>
		`처리 중인 ${counted(values, "messages")}건 중 가장 오래된 메시지가 ${lasting(values, "forSeconds")} 동안 바뀌지 않음: 가져간 쪽이 종료했거나 멈춤`,
	"waits still": (values) =>
		`대기 중인 ${counted(values, "messages")}건 중 가장 오래된 메시지가 ${lasting(values, "forSeconds")} 동안 바뀌지 않음: 아무도 가져가지 않음`,
	paused: () => "일시 중지됨: 다시 시작할 때까지 아무것도 내주지 않음",
	delayed: (values) =>
		`나중으로 미뤄 둔 메시지 ${counted(values, "messages")}건; 대기에 포함되지 않음`,
	failed: (values) =>
		`처리에 실패해 따로 남은 메시지 ${counted(values, "messages")}건`,
	"never trimmed": (values) =>
		`${lasting(values, "forSeconds")} 동안 아무것도 제거되지 않아 ${counted(values, "messages")}건이 그대로 있음; 모든 그룹이 거의 다 읽었으며, 길이 제한이 없으면 계속 늘어남`,
	expires: (values) =>
		`유효 시간(TTL)이 있음: 다시 설정되지 않으면 약 ${lasting(values, "seconds")} 뒤 그룹과 읽지 않은 메시지까지 통째로 제거됨`,
	pins: (values) =>
		`이 그룹 때문에 약 ${counted(values, "messages")}건을 유실 없이 제거할 수 없음: ${lasting(values, "forSeconds")} 전 메시지부터 읽어야 하며, 그다음으로 느린 그룹은 ${lasting(values, "seconds")} 전부터`,
	"pins by holding": (values) =>
		`${lasting(values, "forSeconds")} 전 메시지를 아직 들고 있음: 그 뒤의 메시지는 유실 없이 제거할 수 없음; 그다음으로 느린 그룹은 ${lasting(values, "seconds")} 전부터만 필요함`,
	"not subscribed": (values) =>
		`그룹에 멤버 ${counted(values, "members")}명이 있으나 아무도 이것을 더는 읽지 않음; 이곳의 읽기 위치는 언젠가 사라짐`,
	offline: (values) =>
		`파티션 ${counted(values, "partitions")}개에 리더가 없어 읽고 쓸 수 없음`,
};
