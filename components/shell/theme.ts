// Which themes are there, and which one was chosen?

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const themeCookie = "tidemark-theme";

export const themeOf = (chosen: string | undefined): Theme =>
	themes.find((theme) => theme === chosen) ?? "system";
