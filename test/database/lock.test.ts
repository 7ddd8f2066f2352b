import {spawn} from "node:child_process";
import {once} from "node:events";
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {afterEach, beforeEach, describe, expect, inject, it} from "vitest";
import {machine} from "../../pipelines/machine.ts";
import {type Lock, type Machine, takeLock} from "../../src/database/lock.ts";
import {openWarehouse, type Target} from "../../src/database/open.ts";
import {UserError} from "../../src/errors.ts";
import {runPlumbline} from "../cli/plumbline_process.ts";
import {openSmallClinic} from "../cli/small_clinic.ts";
import {createDatabase} from "../warehouses.ts";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plumbline-lock-"));
  file = join(folder, "database.lock");
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

/** A made-up machine: process numbers with the time they began. */
function machineOf(pid: number, running: ReadonlyMap<number, string>, host = "here"): Machine {
  return {pid, host, startedAt: async (asked) => running.get(asked) ?? null};
}

function write(holder: object): void {
  writeFileSync(file, JSON.stringify(holder));
}

/** Starts hold_lock.ts; `held` resolves when it first holds the lock, `ended` with all that it printed. */
function startHolder(rounds: number, milliseconds: number) {
  const words = [
    join(import.meta.dirname, "hold_lock.ts"),
    file,
    join(folder, "witnesses"),
    `${rounds}`,
    `${milliseconds}`
  ];
  const child = spawn(process.execPath, words, {stdio: ["ignore", "pipe", "inherit"]});
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  return {child, held: once(child.stdout, "data"), ended: once(child, "close").then(() => said)};
}

/** Takes the lock as soon as it can, holds it, and is killed at some moment in its holding or between. */
async function killedHolder(milliseconds: number): Promise<void> {
  const {child, held, ended} = startHolder(1000, 20);
  await held;
  await wait(milliseconds);
  child.kill("SIGKILL");
  await ended;
}

describe("the lock of an embedded warehouse", () => {
  it("is held by one of 60 that start at once, and the others are told who holds it", async () => {
    const running = new Map(Array.from({length: 60}, (_, n) => [n + 1, `begun ${n}`]));
    const takes = [...running.keys()].map((pid) => takeLock(file, machineOf(pid, running)));
    const settled = await Promise.allSettled(takes);
    const won = settled.filter(({status}) => status === "fulfilled");
    expect(won).toHaveLength(1);
    const {pid} = JSON.parse(readFileSync(file, "utf8"));
    for (const one of settled) {
      if (one.status === "fulfilled") continue;
      expect(one.reason).toMatchObject({
        kind: "locked",
        exitCode: 4,
        message: `warehouse: expected to be alone, found process ${pid} on here at work`
      });
    }
    expect(readdirSync(folder)).toEqual(["database.lock"]);
  });

  it("is held by one of 60 that find a killed holder, in each of 25 rounds", async () => {
    for (let round = 0; round < 25; round++) {
      write({pid: 999, host: "here", started: `round ${round}`});
      const running = new Map(Array.from({length: 60}, (_, n) => [n + 1, `begun ${n}`]));
      const takes = [...running.keys()].map((pid) => takeLock(file, machineOf(pid, running)));
      const settled = await Promise.allSettled(takes);
      const locks = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      expect(locks).toHaveLength(1);
      for (const lock of locks) await lock.release();
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is free again when it is released", async () => {
    const first = await takeLock(file, machine);
    await expect(takeLock(file, machine)).rejects.toMatchObject({kind: "locked"});
    await first.release();
    await (await takeLock(file, machine)).release();
    expect(existsSync(file)).toBe(false);
  });

  it("of a process number that another process has now is stale: it began at another time", async () => {
    write({pid: 7, host: "here", started: "yesterday"});
    const taker = machineOf(8, new Map([[7, "today"], [8, "today"]])); // biome-ignore format: two processes
    await expect(takeLock(file, taker)).resolves.toBeDefined();
  });

  it("of another host is never broken, even where that host has no such process", async () => {
    write({pid: 7, host: "there", started: "yesterday"});
    const failure = await takeLock(file, machineOf(8, new Map([[8, "today"]]))).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect(failure).toMatchObject({
      kind: "locked",
      exitCode: 4,
      message: "warehouse: expected to be alone, found process 7 on there at work",
      hint: `wait until it ends; if that host is gone for good, remove the file ${file}`
    });
    expect(JSON.parse(readFileSync(file, "utf8")).host).toBe("there");
  });

  it("that a power cut left empty is not broken either, and the message says what to do", async () => {
    writeFileSync(file, "");
    await expect(takeLock(file, machine)).rejects.toMatchObject({
      kind: "locked",
      message: "warehouse: expected to be alone, found a lock that cannot be read",
      hint: `if no run is at work on any machine, remove the file ${file}`
    });
  });

  it("is broken although whoever was breaking it was killed as well", async () => {
    write({pid: 7, host: "here", started: "yesterday"});
    writeFileSync(`${file}.breaking`, JSON.stringify({pid: 9, host: "here", started: "yesterday"}));
    const lock: Lock = await takeLock(file, machineOf(8, new Map([[8, "today"]])));
    expect(JSON.parse(readFileSync(file, "utf8")).pid).toBe(8);
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is never held by two of 4 processes that take it in turns while 12 others are killed with it", async () => {
    const racing = Array.from({length: 4}, () => startHolder(60, 1).ended);
    const victims = async (first: number) => {
      for (let n = first; n < 12; n += 2) await killedHolder(7 * n);
    };
    await Promise.all([victims(0), victims(1)]);
    expect(await Promise.all(racing)).toEqual(Array.from({length: 4}, () => "held\nalone\n"));
  });

  it("of a process that was killed is taken over by the next", async () => {
    const {child, held} = startHolder(1, 60_000);
    await held;
    await expect(takeLock(file, machine)).rejects.toThrow(`found process ${child.pid} on ${machine.host} at work`);
    child.kill("SIGKILL");
    await once(child, "close");
    await (await takeLock(file, machine)).release();
  });
});

describe("a second run while one is at work", () => {
  async function runBeside(target: Target, env: Record<string, string>): Promise<void> {
    const clinic = openSmallClinic();
    const warehouse = await openWarehouse(target, machine);
    try {
      const words = ["run", "--warehouse", folder, "--until", "publish"];
      const {code, stderr} = await runPlumbline(words, {cwd: clinic.folder, env});
      expect(code).toBe(4);
      expect(stderr).toMatch(
        `warehouse: expected to be alone, found process ${process.pid} on ${machine.host} at work\n  hint: wait until it ends`
      );
      expect(await warehouse.query("select 1 as n")).toEqual([{n: 1}]);
    } finally {
      await warehouse.close();
      clinic.dispose();
    }
  }

  it("ends with 4 and says who holds the embedded warehouse", () =>
    runBeside({directory: join(folder, "database")}, {}));

  it.skipIf(inject("serverUrl") === "")("ends with 4 and says who holds the server's database", async () => {
    const {url, drop} = await createDatabase();
    try {
      await runBeside({url}, {DATABASE_URL: url});
    } finally {
      await drop();
    }
  });
});
