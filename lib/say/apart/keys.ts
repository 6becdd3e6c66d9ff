// What does the sheet of keys say? In a file of its own, which is loaded with the sheet.
import type { Language } from "../language.ts";

type KeysWords = {
	readonly close: string;
	readonly single: string;
	readonly places: {
		readonly everywhere: string;
		readonly board: string;
		readonly activity: string;
	};
	readonly does: {
		readonly find: string;
		readonly board: string;
		readonly alerts: string;
		readonly activity: string;
		readonly people: string;
		readonly wall: string;
		readonly live: string;
		readonly ask: string;
		readonly time: string;
		readonly keys: string;
		readonly move: string;
		readonly open: string;
		readonly fold: string;
		readonly filter: string;
		readonly leave: string;
		readonly verdict: string;
		readonly apply: string;
		readonly command: string;
		readonly select: string;
		readonly mute: string;
		readonly undo: string;
	};
};

const en: KeysWords = {
	close: "Close",
	single: "Single keys on",
	places: {
		everywhere: "Everywhere",
		board: "On the board",
		activity: "In Activity",
	},
	does: {
		find: "find or do",
		board: "board",
		alerts: "alerts",
		activity: "activity",
		people: "people, your account",
		wall: "wall",
		live: "live or paused",
		ask: "ask again now",
		time: "local, UTC or your named zone",
		keys: "these keys",
		move: "next, previous row",
		open: "open",
		fold: "open a family, close it",
		filter: "filter",
		leave: "close the list, leave the filter, clear it",
		verdict: "show one verdict, losing is 1",
		apply: "apply the held order",
		command: "copy the row as a command",
		select: "select the row, or let it go",
		mute: "mute alerts of the row, or of all selected",
		undo: "take back what is done in the row",
	},
};

const ko: KeysWords = {
	close: "닫기",
	single: "한 글자 단축키 사용",
	places: { everywhere: "어디서나", board: "보드에서", activity: "활동에서" },
	does: {
		find: "찾기와 실행",
		board: "보드",
		alerts: "알림",
		activity: "활동",
		people: "사용자, 내 계정",
		wall: "상황판",
		live: "실시간 또는 멈춤",
		ask: "지금 새로 고침",
		time: "현지 시각, UTC, 지정한 시간대",
		keys: "단축키 보기",
		move: "다음 행, 이전 행",
		open: "열기",
		fold: "묶음 펼치기, 접기",
		filter: "필터",
		leave: "목록 닫기, 필터에서 나가기, 지우기",
		verdict: "판정 하나만 보기, 1은 유실",
		apply: "고정된 순서 적용",
		command: "행을 명령으로 복사",
		select: "행 선택, 선택 해제",
		mute: "행 또는 선택한 행의 알림 음소거",
		undo: "행의 작업 되돌리기",
	},
};

export const keysWords: Readonly<Record<Language, KeysWords>> = { en, ko };
