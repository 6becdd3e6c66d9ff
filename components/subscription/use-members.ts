"use client";
// Which of those who read are on the page, and how is it turned?
import { useState } from "react";
import { useLook } from "./use-look.ts";

const limit = 100;

export function useMembers(subscription: string) {
	const [offset, onTurn] = useState(0);
	const part = "members";
	const now = useLook({ subscription, part, sort: "lag", offset, limit });
	const lines = now.look?.members ?? [];
	const total = now.look?.total ?? 0;
	const atMs = Date.parse(now.look?.at ?? "");
	const pages = { offset, shown: lines.length, total, limit, onTurn };
	return { now, lines, total, atMs, pages };
}
