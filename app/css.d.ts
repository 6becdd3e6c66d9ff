// What does importing a stylesheet give? Nothing to a program; the bundler takes it.
declare module "*.css";
