import {resolve} from "node:path";
import {type Cohort, readCohort} from "../../src/export/cohort.ts";
import type {DefinitionFile} from "../../src/export/definition_file.ts";
import {readYaml} from "../config/yaml_file.ts";

/** A cohort's definition and the file that it was read from. */
export interface Request {
  readonly file: DefinitionFile;
  readonly cohort: Cohort;
}

/** Reads cohort.yaml, or whatever it is called. A UserError says where it is wrong. */
export async function readRequest(path: string): Promise<Request> {
  const file = await readYaml(resolve(path), {what: "request", hint: "docs/cohort-exports.md has an example"});
  if (file === null) throw new Error("a file was named and not read");
  return {file, cohort: readCohort(file)};
}
