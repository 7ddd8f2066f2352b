import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "yaml";
import {z} from "zod";
import {UserError} from "../errors.ts";
import {type Instrument, instrumentSchema, maximumOf} from "./instrument.ts";

/**
 * The instruments that a folder declares, one YAML file each, named by its id; in order of their ids, PHQ-9 and GAD-7 first.
 * Throws a UserError that names the file and the place where a declaration is wrong.
 */
export function readInstruments(folder: string): Instrument[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return files.map((file) => readInstrument(folder, file)).sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

function rank({id}: Instrument): number {
  return id === "phq9" ? 0 : id === "gad7" ? 1 : 2;
}

function readInstrument(folder: string, file: string): Instrument {
  const parsed = instrumentSchema.safeParse(parse(readFileSync(join(folder, file), "utf8")));
  if (!parsed.success) throw refuse(file, z.prettifyError(parsed.error));
  const wrong = contradictionOf(parsed.data, file);
  if (wrong !== null) throw refuse(file, wrong);
  return parsed.data;
}

function contradictionOf(instrument: Instrument, file: string): string | null {
  const {id, bands, elevated_from, remission_below, items, may_be_missing} = instrument;
  const highest = maximumOf(instrument);
  if (file !== `${id}.yaml`) return `id ${id} does not match the name of the file`;
  if (bands[0]?.from !== 0) return "the first band does not begin at 0";
  if (bands.some(({from}, index) => index > 0 && from <= (bands[index - 1]?.from ?? 0))) return "bands do not ascend";
  if (bands.some(({from}) => from > highest)) return `a band begins above the highest total, ${highest}`;
  if (remission_below > elevated_from) return "remission_below is above elevated_from";
  if (elevated_from > highest) return `elevated_from is above the highest total, ${highest}`;
  if (may_be_missing >= items.length) return "may_be_missing leaves no item";
  if (items.filter(({asks_for_ideation}) => asks_for_ideation).length > 1) return "two items ask for ideation";
  return null;
}

function refuse(file: string, because: string): UserError {
  return new UserError("usage", `data/instruments/${file}: ${because}`, {
    hint: "docs/instruments.md says what a declaration holds"
  });
}
