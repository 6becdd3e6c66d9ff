// What is the button of one's own account called? In a file of its own, which is loaded with that button.
import type { Language } from "../language.ts";

export const accountWords: Readonly<Record<Language, string>> = {
	en: "Your account",
	ko: "내 계정",
};
