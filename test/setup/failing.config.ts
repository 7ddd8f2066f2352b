import {join} from "node:path";
import {defineConfig} from "vitest/config";

/** Runs one test that must fail, with the setup of all others. */
export default defineConfig({
  root: join(import.meta.dirname, "../.."),
  test: {include: ["test/setup/failing.ts"], globalSetup: ["test/setup/postgres.ts"]}
});
