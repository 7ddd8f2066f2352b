import {readdirSync, readFileSync} from "node:fs";
import {basename, extname, join} from "node:path";
import {UserError} from "../errors.ts";
import {readDeclaration} from "./declaration.ts";
import type {Instrument} from "./instrument.ts";

/**
 * The instruments that a folder declares, one YAML file each, named by its id; in order of their ids, PHQ-9 and GAD-7 first.
 * Throws a UserError that names the file and the place where a declaration is wrong.
 */
export function readInstruments(folder: string): Instrument[] {
  const files = readdirSync(folder).filter((file) => !file.startsWith("."));
  const instruments = files.map((file) => readInstrument(folder, file));
  return instruments.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

function rank({id}: Instrument): number {
  return id === "phq9" ? 0 : id === "gad7" ? 1 : 2;
}

function readInstrument(folder: string, file: string): Instrument {
  const place = `data/instruments/${file}`;
  if (extname(file) !== ".yaml") throw misnamed(place, "a name that ends in .yaml", extname(file) || "none");
  const instrument = readDeclaration(readFileSync(join(folder, file), "utf8"), place);
  const named = basename(file, ".yaml");
  if (instrument.id !== named) throw misnamed(place, `the id that the file is named by, ${named}`, instrument.id);
  return instrument;
}

function misnamed(place: string, expected: string, found: string): UserError {
  return new UserError("usage", `${place}: expected ${expected}, found ${found}`, {
    hint: "an instrument is declared in data/instruments/<id>.yaml, one file each"
  });
}
