import {exampleOrganisation} from "../../src/demo/example.ts";
import {type Cells, foldExample} from "../demo/read_example.ts";
import {exampleOptions} from "../pipeline/built_example.ts";
import type {Statement} from "../second_reading/rows.ts";

const source = "synthetic-ehr";
const numbers = /^(birth_year|planned_|scheduled_|attended_minutes|prescribed_|item_|total$|sequence$|attempts$)/;

/** What the example organisation has delivered in the end, from the text of its CSV files. */
export function exampleAsDelivered(): Statement {
  const files = foldExample(exampleOrganisation(exampleOptions));
  const rows = (file: string) => [...(files.get(`${file}.csv`)?.values() ?? [])].map(read);
  const stated = {
    programs: rows("programs"),
    clients: rows("clients"),
    referrals: rows("referrals").map((row) => ({...row, received_on: String(row.received_at).slice(0, 10)})),
    episodes: rows("episodes"),
    sessions: rows("sessions"),
    assessments: rows("assessments").map(({sequence = null, ...row}) => ({...row, assessment_sequence: sequence})),
    followups: rows("followups")
  };
  return stated as unknown as Statement;
}

/** A cell is a text, or a number in columns of numbers; an empty one is nothing. */
function read(cells: Cells): Record<string, string | number | null> {
  const entries = Object.entries(cells).map(([name, cell]) => {
    if (cell === "") return [name, null] as const;
    return [name, numbers.test(name) ? Number(cell) : cell] as const;
  });
  return {source, ...Object.fromEntries(entries)};
}
