import {spawn} from "node:child_process";
import {join} from "node:path";
import {pathToFileURL} from "node:url";

const lastLines = 30;

/** Runs `observable build` in its own process, without telemetry and without a network. Rejects with its last lines if it fails. */
export function runFramework(root: string, environment: Record<string, string>): Promise<void> {
  const cli = join(root, "node_modules/@observablehq/framework/dist/bin/observable.js");
  const child = spawn(process.execPath, [cli, "build"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {...process.env, ...environment, OBSERVABLE_TELEMETRY_DISABLE: "true", NODE_OPTIONS: nodeOptions(root)}
  });
  const said: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `dashboard: the build ended with ${code}\n${said.join("").split("\n").slice(-lastLines).join("\n")}`
          )
        );
    });
  });
}

function nodeOptions(root: string): string {
  const offline = pathToFileURL(join(root, "pipelines/dashboard/offline.ts"));
  return `${process.env.NODE_OPTIONS ?? ""} --import=${offline}`.trim();
}
