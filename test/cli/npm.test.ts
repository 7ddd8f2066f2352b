import {delimiter} from "node:path";
import {describe, expect, it} from "vitest";
import {projectRoot, startProcess} from "./plumbline_process.ts";

/** The path of a shell that npm did not start: the machine's own Node, of whatever age. */
const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.includes("node_modules"));

describe("the command line, from the checkout", () => {
  it.each([
    ["npm", ["run", "--silent", "plumbline", "--", "config", "--json"]],
    ["npx", ["--no", "plumbline", "config", "--json"]]
  ])("runs by %s, which brings the Node that it needs", async (command, words) => {
    const surroundings = {cwd: projectRoot, env: {PATH: path.join(delimiter)}};
    const {code, stdout, stderr} = await startProcess(command, words, surroundings).ended;
    expect({code, stderr: stderr.replace(/^npm warn.*\n/gm, "")}).toEqual({code: 0, stderr: ""});
    expect(JSON.parse(stdout)).toHaveProperty("settings");
  });
});
