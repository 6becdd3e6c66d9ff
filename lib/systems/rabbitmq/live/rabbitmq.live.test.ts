// Is a real RabbitMQ read right, queue by queue?
import { afterAll } from "vitest";
import { systemContract } from "../../contract.ts";
import { startOwn } from "../for-tests/own.ts";
import { stageOf } from "../for-tests/stage.ts";
import { classicKind } from "../queues/kinds.ts";

const own = await startOwn();
afterAll(() => own.stop());

systemContract("RabbitMQ", stageOf(own, { kind: classicKind }));
