#!/usr/bin/env node
// Plain JavaScript, so that an older Node can still read it and say what is missing.
import module from "node:module";
import {fileURLToPath} from "node:url";

const newest = 24;
const [major] = process.versions.node.split(".");
if (Number(major) < newest) {
  console.error(`plumbline: expected Node ${newest} or later, found ${process.versions.node}`);
  console.error(
    "  hint: run it with npx plumbline or npm run plumbline --, which bring their own Node on Linux and Windows"
  );
  console.error("        elsewhere install Node 24, and put it first on PATH");
  process.exit(2);
}
// what 1,500 modules compile to is kept beside the packages: a command starts in half the time, and so does what it starts
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("../node_modules/.cache/node", import.meta.url));
module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
try {
  const {main} = await import("./cli.ts");
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // a wrong declaration of an instrument is found while the program is read, before it can tell
  if (error?.name !== "UserError") throw error;
  console.error(`${error.message}\n  hint: ${error.hint}`);
  process.exitCode = error.exitCode;
}
