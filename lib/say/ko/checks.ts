// What should somebody check at a broker that cannot be read? In Korean: said by single pages only.
import type { Words } from "../words/words.ts";

export const checks: Words["checks"] = {
	unreachable:
		"브로커가 실행 중인지, 호스트와 포트, 중간의 방화벽을 확인하세요.",
	"no such host": "호스트 이름의 철자와 이곳의 네임 서버를 확인하세요.",
	"no answer":
		"연결은 받아들입니다. 과부하이거나 멈췄거나 너무 멀지 않은지 확인하세요.",
	"sign-in refused": "둘 다 확인하세요. 모르는 사용자도 같은 말로 거부됩니다.",
	"mechanism refused":
		"브로커가 제공하는 방식 가운데 하나를 mechanism에 적으세요.",
	"sign-in missing":
		"사용자와 비밀번호 또는 클라이언트 인증서를 주세요. 어느 쪽인지는 브로커가 말하지 않습니다.",
	"sign-in wanted":
		"설정에 로그인 정보가 없습니다. 사용자와 비밀번호를 주세요.",
	"sign-in unasked":
		"사용자와 비밀번호를 빼거나, 로그인을 요구하는 포트를 쓰세요.",
	"no token": "토큰 서버의 주소, 클라이언트 id와 secret을 확인하세요.",
	"certificate not trusted": "서명한 기관의 인증서를 TLS 설정 ca에 적으세요.",
	"certificate for others":
		"인증서에 있는 호스트를 쓰거나, 그 이름을 TLS 설정 serverName에 적으세요.",
	"certificate expired": "인증서를 갱신하고, 이곳의 시계를 확인하세요.",
	"client certificate refused":
		"브로커가 신뢰하는 기관이 서명한 cert와 key를 TLS 설정에 적으세요.",
	"TLS wanted": "이 브로커에 TLS를 켜거나, TLS가 없는 포트를 쓰세요.",
	"TLS not spoken": "TLS 포트를 쓰거나, 이 브로커의 TLS를 끄세요.",
	"address not listed":
		"그곳에는 아무것도 보내지 않았습니다. 맞는 주소면 목록에 더하세요.",
	"not allowed": "docs/connecting.md에 적힌 권한을 사용자에게 주세요.",
	"right missing":
		"사용자에게 이 권한을 주세요. 없을 때 알 수 없는 것은 docs/connecting.md에 있습니다.",
	"question unknown":
		"버전이 너무 낮거나 명령의 이름이 바뀌었거나 막혀 있습니다. 관련된 값은 알 수 없습니다.",
	"no such database": "호스트와 포트 뒤의 번호를 확인하세요.",
	"no such virtual host":
		"호스트와 포트 뒤의 이름과, 이 사용자가 볼 수 있는 가상 호스트를 확인하세요.",
	"not managed": "관리(management) 플러그인을 켜고, 그 포트를 주소에 쓰세요.",
	protected: "비밀번호를 설정하거나, 닫힌 네트워크라면 보호 모드를 끄세요.",
	"partly hidden": "이 사용자에게 조회(describe) 권한을 다시 주세요.",
	"not agreed":
		"읽기 위치나 로그의 끝이 뒤로 갔거나 누군가 되돌렸습니다. 세 번 이어서 일치하면 그 값을 믿습니다. 계속 어긋나면 브로커나 그 앞에 있는 것을 살펴보세요.",
	"too much": "지켜볼 그룹을 줄이거나 수집기 둘로 나누세요.",
	"not ready":
		"시작 중이거나 옮겨지는 중이거나 바쁩니다. 주기마다 다시 물어봅니다.",
	loading:
		"기다려 주세요. 주기마다 다시 물어보며, 걸리는 시간은 데이터 양에 달려 있습니다.",
	busy: "어떤 스크립트인지 찾고, 스스로 끝나지 않으면 종료하세요.",
	"too many connections": "연결을 줄이거나 클라이언트 한도를 늘리세요.",
	"connections short":
		"새 연결이 거부되기 전에 연결을 줄이거나 클라이언트 한도를 늘리세요.",
	"original away": "원본과, 둘 사이의 네트워크를 확인하세요.",
	copy: "원본을 설정하세요. 읽는 쪽은 원본에 연결되어 있어 원본만 압니다.",
	"copy cut off":
		"보이는 값이 오래되었을 수 있습니다. 원본과, 둘 사이의 네트워크를 확인하세요.",
	"one node only":
		"클러스터의 슬롯을 물어볼 권한을 이 사용자에게 주세요. 그래야 나머지도 찾습니다.",
	"no cluster": "호스트는 하나만 적고, 다른 서버는 각각 브로커로 설정하세요.",
	"partly unserved":
		"그 부분은 아무도 읽을 수 없습니다. 클러스터의 노드들을 확인하세요.",
	"failing over":
		"원본이 바뀌는 중일 수 있습니다. 계속되면 어느 쪽이 원본이어야 하는지 확인하세요.",
	"no such set": "주소에서 호스트 뒤에 적은 이름을 확인하세요.",
	"watchers silent":
		"주소에 적은 호스트들을 확인하세요. 그동안 원본이 바뀌어도 알 수 없습니다.",
	"cluster down": "클러스터의 다른 노드를 확인하세요.",
	"cut apart":
		"네트워크를 고친 뒤 어느 쪽을 믿을지 정하세요. 다른 쪽이 그동안 받은 것은 잃을 수 있습니다.",
	"read only": "원본을 설정하세요. 변경은 원본에서 합니다.",
	"too few copies": "복제본과, 몇 개를 기다리도록 설정되었는지 확인하세요.",
	"memory full": "메모리를 비우거나 한도를 늘리세요.",
	"memory short":
		"메모리를 비우거나 한도를 늘리거나, 지우지 않는 정책을 고르세요.",
	evicting: "메모리를 비우거나 한도를 늘리거나, 지우지 않는 정책을 고르세요.",
	"disk full": "디스크를 비우세요. 그때까지 쓰는 쪽은 기다립니다.",
	"not saved":
		"디스크와 로그를 확인하세요. 다시 저장될 때까지 쓰기가 거부될 수 있습니다.",
	"wrong protocol": "이 포트가 그런 브로커의 것인지, 버전이 맞는지 확인하세요.",
	"not understood": "수집기의 로그를 보고, 브로커 버전과 함께 알려 주세요.",
};
