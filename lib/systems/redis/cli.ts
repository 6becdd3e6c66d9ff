// How does somebody ask this server by hand? On a cluster, whichever node has it.

export const cli: readonly string[] = ["redis-cli", "-c", "-u", "{url}"];
