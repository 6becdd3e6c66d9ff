// Do these programs run as they were written, or as the package brings them? The ones end in .ts, the others in .js.
import path from "node:path";

export const ending = path.extname(import.meta.filename);
