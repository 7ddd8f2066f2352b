import {spawn} from "node:child_process";
import {join} from "node:path";
import {pathToFileURL} from "node:url";

const lastLines = 30;

/** Writes the bodies of the pages, in a process of its own. Rejects with its last lines if it fails. */
export function writePages(
  root: string,
  {published, previous, folder}: {published: string; previous: string; folder: string}
): Promise<void> {
  return runOffline(root, [join(root, "pipelines/dashboard/write_pages.ts"), published, folder, previous]);
}

/** Runs `observable build` in its own process, without telemetry. Rejects with its last lines if it fails. */
export function runFramework(root: string, environment: Record<string, string>): Promise<void> {
  const cli = join(root, "node_modules/@observablehq/framework/dist/bin/observable.js");
  return runOffline(root, [cli, "build"], {...environment, OBSERVABLE_TELEMETRY_DISABLE: "true"});
}

/** Without a network, and apart from the live list of steps, which goes on meanwhile. */
function runOffline(root: string, args: string[], environment: Record<string, string> = {}): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {...process.env, ...environment, NODE_OPTIONS: nodeOptions(root)}
  });
  const said: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const last = said.join("").split("\n").slice(-lastLines).join("\n");
      if (code === 0) resolve();
      else reject(new Error(`dashboard: the build ended with ${code}\n${last}`));
    });
  });
}

function nodeOptions(root: string): string {
  const offline = pathToFileURL(join(root, "pipelines/dashboard/offline.ts"));
  return `${process.env.NODE_OPTIONS ?? ""} --import=${offline}`.trim();
}
