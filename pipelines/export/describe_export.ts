import type {CohortDefinition} from "../../src/export/cohort_schema.ts";
import type {Table} from "../../src/export/table.ts";

const kinds: Readonly<Record<CohortDefinition["basis"]["kind"], string>> = {
  irb: "approval of an institutional review board",
  irb_exempt: "determination of an institutional review board that it is exempt",
  dua: "data use agreement",
  quality_improvement: "quality improvement project",
  public_health: "public health activity",
  audit: "audit or evaluation",
  pending: "approval that is pending"
};

/** Title and description of an export, for whoever opens it. */
export function describeExport(
  tables: readonly Table[],
  {name, purpose, requested_by, basis, dates}: CohortDefinition,
  {as_of, synthetic}: {readonly as_of: string; readonly synthetic: boolean}
): {title: string; description: string} {
  const title = `${synthetic ? "SYNTHETIC " : ""}${name.replaceAll(/[-_]/g, " ")}`;
  const rows = tables.map((table) => `${table.name}, a row for ${table.grain}`).join("; ");
  const lines = [
    `Purpose: ${purpose}`,
    `Requested by ${requested_by}, under: ${kinds[basis.kind]}, ${basis.number}.`,
    `Tables: ${rows}. Data as of ${as_of}.`,
    dates === "shifted"
      ? "Dates are moved by some weeks, the same for all dates of a person."
      : "Days are counted from admission, which is day 0; of dates there is nothing but the year of admission."
  ];
  return {title, description: lines.join("\n")};
}

/** What whoever receives it agrees to beside the terms that every package states. */
export function termsOf({basis, item9, part2, expert_determination}: CohortDefinition): string {
  const lines = [`Handed over under: ${kinds[basis.kind]}, ${basis.number}. Use for its purpose and nothing else.`];
  if (item9 !== null)
    lines.push(`Answers on thoughts of death are in it under ${item9.basis.replaceAll("_", " ")}, ${item9.number}.`);
  if (part2 !== null)
    lines.push(
      `Records of substance use disorder treatment are in it under 42 CFR Part 2 (${part2Words[part2.basis]}, ${part2.number}). Federal rules prohibit any further disclosure that this basis does not permit.`
    );
  if (expert_determination !== null) {
    const {by, on, reference} = expert_determination;
    lines.push(`An expert determined how it may leave: ${by}, ${on}, ${reference}.`);
  }
  return lines.join("\n");
}

const part2Words = {
  consent: "written consent",
  research_2_52: "research, section 2.52",
  audit_2_53: "audit or evaluation, section 2.53",
  qsoa: "qualified service organization agreement"
} as const;
