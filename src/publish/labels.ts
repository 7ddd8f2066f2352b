const labels: Readonly<Record<string, string>> = {
  all: "All programs",
  program: "Program",
  site: "Site",
  age_band: "Age at admission",
  sex: "Sex",
  gender: "Gender",
  race: "Race",
  ethnicity: "Ethnicity",
  language: "Language",
  payer: "Payer",
  level_of_care: "Level of care",
  population: "Population served",
  modality: "Modality (more than 80 % of sessions)",
  diagnosis_group: "Primary diagnosis group",
  co_occurring_sud: "Co-occurring substance use disorder",
  discharge_reason: "Discharge reason"
};

/** A breakdown in words; two crossed ones are joined by "and". */
export function breakdownLabels(breakdown: string): string {
  return breakdown
    .split("+")
    .map((part) => labels[part] ?? part)
    .join(" and ");
}
