import {join} from "node:path";
import {defineConfig} from "vitest/config";

export default defineConfig({
  root: join(import.meta.dirname, ".."),
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/setup/seed.ts", "test/setup/shared_folder.ts", "test/setup/postgres.ts"],
    setupFiles: ["test/setup/draw_from_seed.ts"],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    // nothing in src remembers anything, and starting a process for every file takes a minute of a run
    isolate: false
  }
});
