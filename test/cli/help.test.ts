import {describe, expect, it} from "vitest";
import {commands} from "../../pipelines/commands/index.ts";
import {commandHelp, overview} from "../../pipelines/help.ts";
import {projectRoot, runPlumbline} from "./plumbline_process.ts";

describe("help", () => {
  it("lists every command, option, setting and exit code", async () => {
    await expect(`${overview()}\n`).toMatchFileSnapshot("golden/overview.txt");
    for (const {name, summary} of commands) expect(overview()).toContain(`${name.padEnd(10)}  ${summary}`);
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    "of %s says what it takes",
    async (name, one) => {
      await expect(`${commandHelp(one)}\n`).toMatchFileSnapshot(`golden/${name}.txt`);
    }
  );

  it("explains every option", () => {
    for (const {name, options = {}} of commands)
      for (const [option, {text}] of Object.entries(options)) expect(text, `${name} --${option}`).not.toBe("");
  });

  it("is printed on stdout, wherever --help stands, and nothing is done", async () => {
    const words = ["run", "--until", "publish", "--help"];
    const {code, stdout, stderr} = await runPlumbline(words, {cwd: projectRoot});
    expect({code, stderr}).toEqual({code: 0, stderr: ""});
    expect(stdout).toMatch(/^Usage: plumbline run/);
  });
});
