// What is wrong? Said by a process of its own, which tells whoever started it that it begins, and then how it ended.
import { doctor } from "./doctor.ts";

const [, , ...argv] = process.argv;
process.send?.("begins");
process.send?.(await doctor(argv));
