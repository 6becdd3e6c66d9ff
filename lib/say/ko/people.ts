// What does the page of people say in Korean?
import { count } from "../numbers.ts";
import type { AccessWords } from "../words/access.ts";

export const koPeople: Pick<
	AccessWords,
	"people" | "sessions" | "tokens" | "links" | "roles"
> = {
	people: {
		title: "사용자",
		count: (n) => `${count(n, "ko")}명`,
		columns: {
			name: "이름",
			roles: "역할",
			signedIn: "최근 로그인",
			acts: "변경",
		},
		you: "나",
		never: "없음",
		invited: "비밀번호 없음",
		nobody:
			"아직 비밀번호를 가진 사용자가 없습니다. 사용자를 추가하고 비밀번호를 정할 링크를 전달하세요.",
		add: "사용자 추가",
		addTitle: "사용자 추가",
		name: "이름",
		rolesWanted: "역할을 하나 이상 선택하세요.",
		addButton: "추가하고 초대 링크 만들기",
		adding: "추가하는 중…",
		invitation: (person) => `초대 링크: ${person}`,
		invitationMeans:
			"이 링크를 전달하세요. 비밀번호를 정할 수 있으며, 3일 안에 한 번만 쓸 수 있습니다.",
		roles: "역할…",
		rolesTitle: (person) => `역할: ${person}`,
		rolesMeans: "열려 있는 세션에도 바로 적용됩니다.",
		save: "역할 저장",
		saving: "저장하는 중…",
		invite: "다시 초대…",
		inviteMeans:
			"비밀번호를 정할 수 있는 새 링크를 만듭니다. 이전 링크는 쓸 수 없게 됩니다.",
		inviteButton: "링크 만들기",
		inviting: "만드는 중…",
		remove: "삭제…",
		removeTitle: (person) => `사용자 삭제: ${person}`,
		removeEnds: (sessions, tokens) => [
			sessions === 0
				? "열려 있는 세션이 없습니다."
				: `열려 있는 세션 ${count(sessions, "ko")}개가 바로 끝납니다.`,
			tokens === 0
				? "만든 토큰이 없습니다."
				: `만든 토큰 ${count(tokens, "ko")}개가 바로 끝납니다.`,
			"비밀번호와 초대 링크는 사라집니다. 수행한 작업은 기록에 남습니다.",
		],
		removeButton: (person) => `삭제: ${person}`,
		removing: "삭제하는 중…",
	},
	sessions: {
		title: "세션",
		own: "내 세션",
		columns: {
			person: "사용자",
			way: "방법",
			from: "접속 주소",
			since: "시작",
			used: "최근 사용",
		},
		isThis: "현재 세션",
		unknownPlace: "알 수 없음",
		end: "끝내기",
		endOf: (person) => `이 세션 끝내기: ${person}`,
		endAll: "모두 끝내기",
		ends: (moment) => `늦어도 끝나는 때: ${moment}`,
		ending: "끝내는 중…",
	},
	tokens: {
		title: "프로그램용 토큰",
		none: "토큰이 없습니다.",
		lead: "프로그램은 로그인 대신 토큰을 보냅니다. 만든 사람보다 많은 것을 할 수는 없습니다.",
		make: "토큰 만들기",
		makeTitle: "토큰 만들기",
		name: "용도",
		roles: "허용할 역할",
		days: "사용 기간(일)",
		makeButton: "토큰 만들기",
		making: "만드는 중…",
		made: (name) => `토큰: ${name}`,
		madeMeans: "프로그램은 Authorization: Bearer 뒤에 토큰을 붙여 보냅니다.",
		by: (person) => `만든 사람: ${person}`,
		expires: (moment) => `끝: ${moment}`,
		used: (moment) =>
			moment === null ? "사용한 적 없음" : `최근 사용: ${moment}`,
		end: "끝내기",
		endOf: (name) => `토큰 끝내기: ${name}`,
	},
	links: {
		title: "상황판 화면용 링크",
		lead: "한 번 열면 정한 기간 동안 상황판으로 로그인됩니다. 세션 목록에 나타나며 거기에서 끝낼 수 있습니다.",
		make: "상황판 링크 만들기",
		makeTitle: "상황판 링크 만들기",
		name: "화면 이름",
		roles: "허용할 역할",
		days: "사용 기간(일)",
		makeButton: "링크 만들기",
		making: "만드는 중…",
		made: (name) => `상황판 링크: ${name}`,
		madeMeans: "상황판 화면에서 여세요. 한 번만 쓸 수 있습니다.",
	},
	roles: {
		title: "역할",
		own: "사용자 정의",
		ownWhere: "사용자 정의 역할은 설정 파일에 있으며 거기에서 바꿉니다.",
		groups: "계정 제공자의 그룹",
		groupsWhere: "그룹의 역할은 설정 파일에서 정확한 이름으로 정합니다.",
		noRoles: "역할 없음",
	},
};
