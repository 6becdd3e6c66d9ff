// Loaded before a child's own code: when its supervisor is gone, however it went, the child goes too.
process.on("disconnect", () => process.exit(0));
process.channel?.unref();
