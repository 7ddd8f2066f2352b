import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {AnswerSheet} from "../../src/demo/answer_sheet.ts";
import {type Ended, runPlumbline} from "../cli/plumbline_process.ts";
import {shared} from "../shared.ts";

/** What `plumbline demo` left behind, for all test files to read: the whole example organisation, from its deliveries to the site. */
export interface DemoRun extends Ended {
  readonly deliveries: string;
  /** What was planted in them. */
  readonly answer_sheet: AnswerSheet;
  /** Of its embedded warehouse: open a copy. */
  readonly database: string;
  readonly as_of: string;
  /** The folder of its release. */
  readonly published: string;
  readonly site: string;
}

export async function demoRun(): Promise<DemoRun> {
  const folder = await shared("demo", async (place) => {
    const site = join(place, "site");
    const words = ["demo", "--directory", "example", "--warehouse", "warehouse", "--out", "published", "--site", site];
    writeFileSync(join(place, "ended.json"), JSON.stringify(await runPlumbline(words, {cwd: place})));
  });
  const ended: Ended = JSON.parse(readFileSync(join(folder, "ended.json"), "utf8"));
  const answer_sheet: AnswerSheet = JSON.parse(readFileSync(join(folder, "example/answer_sheet.json"), "utf8"));
  return {
    ...ended,
    deliveries: join(folder, "example/deliveries"),
    answer_sheet,
    as_of: answer_sheet.as_of,
    database: join(folder, "warehouse/database"),
    published: join(folder, "published/current"),
    site: join(folder, "site")
  };
}
