import {type ChildProcess, spawn} from "node:child_process";
import {join} from "node:path";
import {inject} from "vitest";

/** What a process of the command line said and how it ended. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves once stderr holds the text, or the process has ended. */
  said(text: string): Promise<void>;
}

interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments of Node itself. */
  readonly node?: readonly string[];
}

export const projectRoot = join(import.meta.dirname, "../..");
const cli = join(projectRoot, "pipelines/plumbline.js");

/** Starts `plumbline …` in a process of its own, in a folder and an environment that nothing else has touched. */
export function startPlumbline(words: readonly string[], {cwd, env = {}, node = []}: Surroundings): Running {
  return startProcess(process.execPath, [...node, cli, ...words], {cwd, env});
}

export function runPlumbline(words: readonly string[], surroundings: Surroundings): Promise<Ended> {
  return startPlumbline(words, surroundings).ended;
}

export function startProcess(command: string, words: readonly string[], {cwd, env = {}}: Surroundings): Running {
  const child = spawn(command, words, {cwd, env: {...cleanEnvironment(), ...env}, stdio: ["ignore", "pipe", "pipe"]});
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({code, stdout, stderr}));
  });
  const said = (text: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (stderr.includes(text)) resolve();
      };
      child.stderr.on("data", look);
      child.once("close", () => resolve());
      look();
    });
  return {child, ended, said};
}

/** Nothing of the machine's own settings, and none of those that a test runner makes; what one process compiled, the next reads. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(DATABASE_URL|PG|PLUMBLINE_|NODE_|VITEST|TEST|NO_COLOR|FORCE_COLOR|CI$)/.test(name)
  );
  return {...Object.fromEntries(kept), NODE_COMPILE_CACHE: join(inject("sharedFolder"), "compiled")};
}
