// Is the store whole? Read through in a process of its own: that takes as long as its disk does, and nothing else may wait for it.
import { checkStore } from "#lib/store/sqlite/backup/check.ts";

const [, , folder = ""] = process.argv;
process.send?.(checkStore(folder));
process.disconnect();
