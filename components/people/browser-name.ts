// Which browser is that, in as few words as tell two apart? What no known browser says of itself is told as it came.

const browsers: readonly (readonly [RegExp, string])[] = [
	[/\bEdg(?:A|iOS)?\/(\d+)/, "Edge"],
	[/\bOPR\/(\d+)/, "Opera"],
	[/\b(?:Firefox|FxiOS)\/(\d+)/, "Firefox"],
	[/\b(?:Chrome|CriOS)\/(\d+)/, "Chrome"],
	[/\bVersion\/(\d+)[\d.]* (?:Mobile\/\S+ )?Safari\//, "Safari"],
];

/** A phone's also names the system it comes from: the first that fits. */
const systems: readonly (readonly [RegExp, string])[] = [
	[/\b(?:iPhone|iPad)\b/, "iOS"],
	[/\bAndroid\b/, "Android"],
	[/\bWindows\b/, "Windows"],
	[/\bMac OS X\b/, "macOS"],
	[/\bCrOS\b/, "ChromeOS"],
	[/\bLinux\b/, "Linux"],
];

export function browserName(told: string): string {
	for (const [says, name] of browsers) {
		const version = says.exec(told)?.[1];
		if (version === undefined) continue;
		const system = systems.find(([its]) => its.test(told))?.[1];
		return [`${name} ${version}`, ...(system ? [system] : [])].join(", ");
	}
	return told;
}
