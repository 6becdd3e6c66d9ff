// In which sizes, colours and languages is everything pictured?
import type { Page } from "@playwright/test";

export const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
export const room = { width: 1920, height: 1080 };

export type Look = {
	readonly name: string;
	readonly size: { readonly width: number; readonly height: number };
	readonly colorScheme: "light" | "dark";
	readonly language: "en" | "ko";
};

export const looks: readonly Look[] = [
	{ name: "light", size: desk, colorScheme: "light", language: "en" },
	{ name: "dark", size: desk, colorScheme: "dark", language: "en" },
	{ name: "korean", size: desk, colorScheme: "light", language: "ko" },
	{ name: "phone", size: phone, colorScheme: "light", language: "en" },
	{ name: "phone-dark", size: phone, colorScheme: "dark", language: "en" },
	{ name: "phone-korean", size: phone, colorScheme: "light", language: "ko" },
];

export async function dress(page: Page, { size, colorScheme, language }: Look) {
	await page.setViewportSize(size);
	await page.emulateMedia({ colorScheme });
	await page.context().addCookies([
		{
			...{ name: "tidemark-language", value: language },
			...{ domain: "127.0.0.1", path: "/" },
		},
	]);
}
