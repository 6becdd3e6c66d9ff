// What is configured for these topics, and for this node?
import {
	ConfigResourceTypes,
	describeConfigsV4,
	Reader,
} from "@platformatic/kafka";
import { type Request, wholeAnswer } from "./request.ts";

export type Described = {
	readonly name: string;
	readonly code: number;
	readonly settings: ReadonlyMap<string, string>;
};

const ofTopic = ConfigResourceTypes.TOPIC;
const ofNode = ConfigResourceTypes.BROKER;

export const topicConfigs = (
	topics: readonly string[],
	settings: readonly string[],
): Request<readonly Described[]> => describeConfigs(ofTopic, topics, settings);

/** A node answers this for itself only: ask the node whose id it is. */
export const nodeConfigs = (
	node: number,
	settings: readonly string[],
): Request<readonly Described[]> =>
	describeConfigs(ofNode, [String(node)], settings);

function describeConfigs(
	resourceType: typeof ofTopic | typeof ofNode,
	names: readonly string[],
	settings: readonly string[],
): Request<readonly Described[]> {
	return {
		name: "DescribeConfigs",
		key: 32,
		oldest: 4,
		newest: 4,
		encode: () =>
			describeConfigsV4.createRequest(
				names.map((resourceName) => ({
					resourceType,
					resourceName,
					configurationKeys: [...settings],
				})),
				false,
				false,
			),
		decode(bytes) {
			const answer = wholeAnswer(() =>
				describeConfigsV4.parseResponse(0, 32, 4, Reader.from(bytes)),
			);
			return answer.results.map((result) => ({
				name: result.resourceName,
				code: result.errorCode,
				settings: new Map(
					result.configs.flatMap(({ name, value }) =>
						value == null ? [] : [[name, value] as const],
					),
				),
			}));
		},
	};
}
