// What is said of channels that keep nothing, and of those who listen, in Korean?
import { boundOf } from "../bound.ts";
import { amount, bytes, count } from "../numbers.ts";
import { numberOf } from "../sentence.ts";
import { clock, duration } from "../times.ts";
import type { Values, Words } from "../words/words.ts";

const at = (values: Values): string => {
	const ms = numberOf(values, "atMs");
	return ms === null ? "" : clock(ms, "ko");
};
const since = (values: Values): string => {
	const time = at(values);
	return time === "" ? "" : `${time}부터 `;
};
const subscribers = (values: Values, key = "subscribers"): string =>
	`구독자 ${amount({ n: numberOf(values, key) ?? 0, bound: boundOf(values) }, "ko")}명`;
const waits = (values: Values): string => {
	const n = numberOf(values, "bytes");
	const percent = numberOf(values, "percent");
	if (n === null) return "";
	const share = percent === null ? "" : ` (한도의 ${count(percent, "ko")}%)`;
	return `; 대기 중 ${bytes(n, "ko")}${share}`;
};

const soon = (values: Values): string => {
	const seconds = numberOf(values, "seconds") ?? 0;
	const bound = boundOf(values) === "at most" ? "늦어도" : "약";
	const left = seconds < 1 ? "곧" : `${bound} ${duration(seconds, "ko")} 후`;
	return `${left} 구독자 ${count(numberOf(values, "subscribers") ?? 0, "ko")}명의 연결이 끊김${waits(values)}`;
};
const cutOff = (values: Values): string =>
	`${at(values)}에 서버가 ${subscribers(values, "count")}의 연결을 끊음; 대기하던 메시지는 사라짐`;
const lost = (values: Values): string =>
	`${at(values)}에 메시지가 대기 중이던 ${subscribers(values, "count")}의 연결이 끝남; 대기하던 메시지는 사라짐`;
const behind = (values: Values): string =>
	`${since(values)}${subscribers(values)} 수신이 밀림${waits(values)}`;
const nobody = (values: Values): string =>
	(numberOf(values, "patterns") ?? 0) > 0
		? `${since(values)}이 채널만 구독하는 곳이 없음; 패턴 구독에 맞는지는 알 수 없음`
		: `${since(values)}구독자 없음: 지금 보내는 메시지는 사라짐`;

export const broadcastReasons = {
	"subscriber cut off": cutOff,
	"subscriber lost": lost,
	"cut off soon": soon,
	"subscriber behind": behind,
	"nobody listens": nobody,
	"listened to": (values: Values) =>
		`구독자 ${count(numberOf(values, "subscribers") ?? 0, "ko")}명에게 바로 전달됨; 보관하지 않음`,
} satisfies Partial<Words["reasons"]>;

export const broadcastNotes = {
	"nothing kept": () =>
		"메시지를 보관하지 않음: 구독자가 없을 때 보낸 메시지는 사라지며 몇 건인지 알 수 없음",
	"subscriber cut off": cutOff,
	"subscriber lost": lost,
	"cut off soon": soon,
	"subscriber behind": behind,
	"may be behind": (values: Values) =>
		`구독자 중 ${amount({ n: numberOf(values, "subscribers") ?? 0, bound: "at most" }, "ko")}명이 밀려 있을 수 있음: 누가 어느 채널을 구독하는지 서버가 알려 주지 않음`,
	"nobody listens": nobody,
	"patterns heard": (values: Values) =>
		`구독자 ${count(numberOf(values, "subscribers") ?? 0, "ko")}명이 패턴 ${count(numberOf(values, "patterns") ?? 0, "ko")}개로 구독; 서버는 패턴의 수만 알려 줌`,
	"largest output": (values: Values) =>
		`구독자 한 명에게 대기 중인 양은 최대 ${bytes(numberOf(values, "bytes") ?? 0, "ko")}`,
	"output undercounted": () =>
		"이 버전은 대기 중인 큰 메시지를 세지 않음: 얼마나 밀렸는지 알 수 없고, 연결이 끊기지 않을 수 있음",
	"limit assumed": () =>
		"연결을 끊는 한도를 조회할 권한이 없음(CONFIG GET): 기본 한도로 가정",
} satisfies Partial<Words["notes"]>;
