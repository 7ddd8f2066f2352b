import type {Catalogue} from "./catalogue.ts";

/** The instrument that a measure is about, by the measure's name, and what of it: "phq9_response" is response on the PHQ-9. */
export function instrumentOf(
  {instruments}: Catalogue,
  measure: string
): {id: string; label: string; outcome: string} | null {
  const own = instruments.filter(({id}) => measure.startsWith(`${id}_`));
  // where one id begins with another, the longer one is meant
  const [found] = own.sort((a, b) => b.id.length - a.id.length);
  return found === undefined ? null : {...found, outcome: measure.slice(found.id.length + 1)};
}
