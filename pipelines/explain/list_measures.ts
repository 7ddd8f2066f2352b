import {closest} from "fastest-levenshtein";
import {UserError} from "../../src/errors.ts";
import {measures} from "../../src/measures/index.ts";
import type {Measure} from "../../src/measures/measure.ts";
import {section, table} from "./layout.ts";

/** Every measure with its label, domain by domain. */
export function listMeasures(): string {
  const lines = [...byDomain()].flatMap(([domain, all]) =>
    section(domain, table(all.map(({id, label}) => [id, label] as const)))
  );
  return [...lines.slice(1), "", "plumbline explain MEASURE says what stands behind one."].join("\n");
}

/** The measure of an id; a UserError names the one that was probably meant, and all others. */
export function measureNamed(id: string): Measure {
  const measure = measures.find((one) => one.id === id);
  if (measure !== undefined) return measure;
  const all = [...byDomain()].map(([domain, of]) => `\n    ${domain}: ${of.map((one) => one.id).join(" ")}`);
  throw new UserError("usage", `plumbline explain: expected a measure, found ${id}`, {
    hint: `did you mean ${closest(
      id,
      measures.map((one) => one.id)
    )}? The measures are${all.join("")}`
  });
}

function byDomain(): Map<string, Measure[]> {
  return Map.groupBy(measures, ({domain}) => domain);
}
