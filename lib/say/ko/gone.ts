// Why is a subscription no longer there, said in Korean?
import type { GoneWhy } from "#lib/core/gone.ts";
import { goneMsOf, goneWhyOf } from "../sentence.ts";
import { wholly } from "../times.ts";
import type { Values } from "../words/words.ts";

const whys: Readonly<Record<GoneWhy, string>> = {
	expired: "그룹에 오랫동안 아무도 없어 브로커가 읽기 위치를 지웠습니다.",
	deleted: "누군가 그룹을 삭제했습니다.",
	"expired or deleted":
		"그룹이 더 이상 없습니다. 읽기 위치가 만료되었거나 누군가 삭제했습니다.",
	"channel deleted": "읽던 대상이 삭제되었습니다.",
	evicted:
		"메모리가 부족해진 브로커가 키를 제거하던 중에 읽던 대상이 사라졌습니다. 읽지 않은 메시지도 함께 유실되었습니다.",
	"ran out":
		"읽던 대상의 유효 시간(TTL)이 끝나, 읽지 않은 메시지까지 통째로 제거되었습니다.",
	"made again":
		"읽던 대상이 삭제되고 다시 만들어졌으며, 새 로그에는 이 그룹의 위치가 없습니다.",
	"no positions":
		"그룹의 읽기 위치가 더 이상 없습니다. 누군가 지웠거나 만료되었습니다.",
	"nobody listens":
		"한동안 구독자가 없었습니다. 이런 채널은 구독자가 있는 동안에만 존재합니다.",
};

export function subscriptionGone(values: Values): string {
	const atMs = goneMsOf(values);
	if (atMs === null) return "이 구독은 더 이상 보드에 없습니다.";
	const why = goneWhyOf(values);
	const reason = why === null ? "이유는 알 수 없습니다." : whys[why];
	return `${wholly(atMs, "ko")}에 보드에서 사라졌습니다. ${reason}`;
}
