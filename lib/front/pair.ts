// Which certificate is shown? The one in the files now: a renewed pair is taken without a restart, and one that does not fit is not.
import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { createSecureContext } from "node:tls";

export type PairFiles = { readonly certificate: string; readonly key: string };
export type Pair = { readonly cert: string; readonly key: string };

/** Throws one sentence, which quotes nothing of the files. */
export function readPair({ certificate, key }: PairFiles): Pair {
	const pair = { cert: textOf(certificate), key: textOf(key) };
	try {
		createSecureContext(pair);
		const fits = new X509Certificate(pair.cert).checkPrivateKey(
			createPrivateKey(pair.key),
		);
		if (fits) return pair;
	} catch {
		// What is thrown may quote the key.
	}
	throw new Error(
		`The certificate in ${certificate} and the key in ${key} do not belong together, or one of them is no PEM file.`,
	);
}

function textOf(file: string): string {
	try {
		return readFileSync(file, "utf8");
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : "";
		throw new Error(`${file} cannot be read (${code}); see who may read it.`);
	}
}

/** A certificate and its key are written one after the other: both are read when neither has changed since the last look. */
export function watchPair(
	files: PairFiles,
	everyMs: number,
	changed: (pair: Pair) => void,
	refused: (say: string) => void,
): () => void {
	let taken = stampOf(files);
	let seen = taken;
	const look = () => {
		const stamp = stampOf(files);
		const isSettled = stamp === seen;
		seen = stamp;
		if (!isSettled || stamp === taken) return;
		taken = stamp;
		try {
			changed(readPair(files));
		} catch (error) {
			refused(error instanceof Error ? error.message : String(error));
		}
	};
	const timer = setInterval(look, everyMs).unref();
	return () => clearInterval(timer);
}

function stampOf({ certificate, key }: PairFiles): string {
	return [certificate, key]
		.map((file) => {
			const facts = statSync(file, { throwIfNoEntry: false });
			return facts ? `${facts.ino} ${facts.mtimeMs} ${facts.size}` : "none";
		})
		.join();
}
