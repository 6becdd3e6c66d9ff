// Why can a broker not be read, and what should somebody check? In Korean.
import { troublesTogether } from "./ko-troubles-together.ts";
import type { Words } from "./words.ts";

export const troubles: Words["troubles"] = {
	unreachable: {
		says: "연결할 수 없음",
		check: "브로커가 실행 중인지, 호스트와 포트, 중간의 방화벽을 확인하세요.",
	},
	"no such host": {
		says: "호스트 이름을 찾을 수 없음",
		check: "호스트 이름의 철자와 이곳의 네임 서버를 확인하세요.",
	},
	"no answer": {
		says: "시간 안에 응답 없음",
		check:
			"연결은 받아들입니다. 과부하이거나 멈췄거나 너무 멀지 않은지 확인하세요.",
	},
	"sign-in refused": {
		says: "사용자 또는 비밀번호 거부",
		check: "둘 다 확인하세요. 모르는 사용자도 같은 말로 거부됩니다.",
	},
	"mechanism refused": {
		says: "설정된 로그인 방식을 제공하지 않음",
		check: "브로커가 제공하는 방식 가운데 하나를 mechanism에 적으세요.",
	},
	"sign-in missing": {
		says: "로그인하지 않으면 연결을 끊음",
		check:
			"사용자와 비밀번호 또는 클라이언트 인증서를 주세요. 어느 쪽인지는 브로커가 말하지 않습니다.",
	},
	"sign-in wanted": {
		says: "로그인하지 않으면 응답하지 않음",
		check: "설정에 로그인 정보가 없습니다. 사용자와 비밀번호를 주세요.",
	},
	"sign-in unasked": {
		says: "이 포트는 로그인을 요구하지 않음",
		check: "사용자와 비밀번호를 빼거나, 로그인을 요구하는 포트를 쓰세요.",
	},
	"no token": {
		says: "토큰 서버가 토큰을 주지 않아 로그인하지 못함",
		check: "토큰 서버의 주소, 클라이언트 id와 secret을 확인하세요.",
	},
	"certificate not trusted": {
		says: "신뢰하는 기관이 서명하지 않은 인증서",
		check: "서명한 기관의 인증서를 TLS 설정 ca에 적으세요.",
	},
	"certificate for others": {
		says: "다른 이름의 인증서",
		check:
			"인증서에 있는 호스트를 쓰거나, 그 이름을 TLS 설정 serverName에 적으세요.",
	},
	"certificate expired": {
		says: "오늘 유효하지 않은 인증서",
		check: "인증서를 갱신하고, 이곳의 시계를 확인하세요.",
	},
	"client certificate refused": {
		says: "클라이언트 인증서가 없거나 거부됨",
		check: "브로커가 신뢰하는 기관이 서명한 cert와 key를 TLS 설정에 적으세요.",
	},
	"TLS wanted": {
		says: "이 포트는 TLS를 쓰는데 여기서는 쓰지 않음",
		check: "이 브로커에 TLS를 켜거나, TLS가 없는 포트를 쓰세요.",
	},
	"TLS not spoken": {
		says: "이 포트는 TLS를 쓰지 않음",
		check: "TLS 포트를 쓰거나, 이 브로커의 TLS를 끄세요.",
	},
	"address not listed": {
		says: "설정에 없는 주소에 있음",
		check: "그곳에는 아무것도 보내지 않았습니다. 맞는 주소면 목록에 더하세요.",
	},
	"not allowed": {
		says: "이 사용자에게 읽기 권한 없음",
		check: "README.md에 적힌 권한을 사용자에게 주세요.",
	},
	"right missing": {
		says: "이 사용자에게 권한 없음",
		check:
			"사용자에게 이 권한을 주세요. 없을 때 알 수 없는 것은 README.md에 있습니다.",
	},
	"question unknown": {
		says: "브로커가 모르는 명령",
		check:
			"버전이 너무 낮거나 명령의 이름이 바뀌었거나 막혀 있습니다. 관련된 값은 알 수 없습니다.",
	},
	"no such database": {
		says: "그 번호의 데이터베이스가 없음",
		check: "호스트와 포트 뒤의 번호를 확인하세요.",
	},
	"no such virtual host": {
		says: "그 이름의 가상 호스트가 없음",
		check:
			"호스트와 포트 뒤의 이름과, 이 사용자가 볼 수 있는 가상 호스트를 확인하세요.",
	},
	"not managed": {
		says: "관리 기능으로 응답하지 않음",
		check: "관리(management) 플러그인을 켜고, 그 포트를 주소에 쓰세요.",
	},
	protected: {
		says: "비밀번호가 없어 다른 장비의 접속을 막음",
		check: "비밀번호를 설정하거나, 닫힌 네트워크라면 보호 모드를 끄세요.",
	},
	"partly hidden": {
		says: "전에 보이던 일부를 이 사용자에게 숨김",
		check: "이 사용자에게 조회(describe) 권한을 다시 주십시오.",
	},
	"not agreed": {
		says: "조금 전의 답과 어긋남",
		check:
			"읽기 위치나 로그의 끝이 뒤로 갔거나 누군가 되돌렸습니다. 세 번 이어서 일치하면 그 값을 믿습니다. 계속 어긋나면 브로커나 그 앞에 있는 것을 살펴보세요.",
	},
	"too much": {
		says: "브로커 하나에서 읽는 한도를 넘음",
		check: "지켜볼 그룹을 줄이거나 수집기 둘로 나누세요.",
	},
	"not ready": {
		says: "아직 준비되지 않음",
		check: "시작 중이거나 옮겨지는 중이거나 바쁩니다. 매번 다시 물어봅니다.",
	},
	loading: {
		says: "시작한 뒤 데이터를 불러오는 중",
		check:
			"기다려 주세요. 매번 다시 물어보며, 걸리는 시간은 데이터 양에 달려 있습니다.",
	},
	busy: {
		says: "다른 요청을 막는 스크립트 실행 중",
		check: "어떤 스크립트인지 찾고, 스스로 끝나지 않으면 종료하세요.",
	},
	"too many connections": {
		says: "연결을 더 받지 않음",
		check: "연결을 줄이거나 클라이언트 한도를 늘리세요.",
	},
	...troublesTogether,
	"read only": {
		says: "복제본이라 변경을 받지 않음",
		check: "원본을 설정하세요. 변경은 원본에서 합니다.",
	},
	"too few copies": {
		says: "연결된 복제본이 모자라 변경을 받지 않음",
		check: "복제본과, 몇 개를 기다리도록 설정되었는지 확인하세요.",
	},
	"memory full": {
		says: "메모리 한도에 이르러 새로 받지 않음",
		check: "메모리를 비우거나 한도를 늘리세요.",
	},
	"memory short": {
		says: "메모리가 거의 차서, 다 차면 채널을 통째로 지움",
		check: "메모리를 비우거나 한도를 늘리거나, 지우지 않는 정책을 고르세요.",
	},
	evicting: {
		says: "메모리가 차서 키를 지우는 중, 읽지 않은 메시지도 포함",
		check: "메모리를 비우거나 한도를 늘리거나, 지우지 않는 정책을 고르세요.",
	},
	"disk full": {
		says: "디스크 공간이 모자라 새로 받지 않음",
		check: "디스크를 비우세요. 그때까지 쓰는 쪽은 기다립니다.",
	},
	"not saved": {
		says: "디스크에 저장하지 못함",
		check:
			"디스크와 로그를 확인하세요. 다시 저장될 때까지 쓰기가 거부될 수 있습니다.",
	},
	"wrong protocol": {
		says: "프로토콜이나 그 버전이 다름",
		check: "이 포트가 그런 브로커의 것인지, 버전이 맞는지 확인하세요.",
	},
	"not understood": {
		says: "알 수 없는 응답",
		check: "수집기의 로그를 보고, 브로커 버전과 함께 알려 주세요.",
	},
};
