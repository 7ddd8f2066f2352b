import {resolve} from "node:path";
import {UserError} from "../../src/errors.ts";
import {withReading} from "../explain/with_reading.ts";
import {exportCohort} from "../export/export_cohort.ts";
import {exportForMachines, exportInWords} from "../export/export_in_words.ts";
import {readRequest} from "../export/read_request.ts";
import type {Command, Invocation} from "./command.ts";

export const exportCommand: Command = {
  name: "export",
  summary: "tables of a cohort for researchers, protected, described and entered in a ledger",
  usage: "cohort FILE [options]",
  takes_words: true,
  options: {
    out: {value: "DIR", text: "where exports and their ledger are written (default data/exports)"},
    synthetic: {text: "the same columns and codes with nobody in them, to write code with before approval"}
  },
  run: async (invocation) => {
    const [subcommand, path, ...more] = invocation.positionals;
    if (more.length === 0 && subcommand === "cohort" && path !== undefined) return cohort(path, invocation);
    throw new UserError(
      "usage",
      `plumbline export: expected cohort and a file, found ${invocation.positionals.join(" ") || "nothing"}`,
      {hint: "plumbline export cohort cohort.yaml; docs/cohort-exports.md says what the file holds"}
    );
  }
};

async function cohort(path: string, invocation: Invocation): Promise<number> {
  const {flags, settings, json, print} = invocation;
  const request = await readRequest(path);
  return withReading(invocation, async (warehouse, built) => {
    if (built.is_behind) process.stderr.write("deliveries have come since the last build and are not in it\n");
    const exported = await exportCohort(warehouse, built, request, {
      ...{out: outOf(invocation), settings},
      isSynthetic: flags.synthetic === true
    });
    return print(json ? JSON.stringify(exportForMachines(exported)) : exportInWords(exported, process.cwd()));
  });
}

function outOf({flags}: Invocation): string {
  return resolve(typeof flags.out === "string" ? flags.out : "data/exports");
}
