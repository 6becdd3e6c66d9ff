// How is a row called that can be selected? In a file of its own, which is loaded once there are rows.
import type { Language } from "../language.ts";

type PickWords = { select(name: string): string };

const en: PickWords = { select: (name) => `Select ${name}` };

const ko: PickWords = { select: (name) => `선택: ${name}` };

export const pickWords: Readonly<Record<Language, PickWords>> = { en, ko };
