// How does the store stand? Looked at in a process of its own: a disk that hangs holds up whoever asks it, and nobody else.
import { lookAtStore } from "#lib/store/outside.ts";
import { checkStore } from "#lib/store/sqlite/backup/check.ts";

const [, , folder = ""] = process.argv;
process.send?.({ seen: await lookAtStore(folder) });
process.send?.({ check: checkStore(folder) });
process.disconnect();
