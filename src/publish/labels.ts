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

/** Codes of the delivery format whose letters do not say what they mean. */
const codes: Readonly<Record<string, string>> = {
  mh: "mental health",
  sud: "substance use",
  dual: "mental health and substance use",
  iop: "intensive outpatient",
  php: "partial hospitalization",
  op: "outpatient"
};

const languages = new Intl.DisplayNames("en", {type: "language", fallback: "code"});

/** A group of a breakdown of people in words: "en" is "English", "self_pay" is "self pay". */
export function groupLabel(breakdown: string, group: string): string {
  if (breakdown === "language" && /^[a-z]{2}$/.test(group)) return languages.of(group) ?? group;
  return codes[group] ?? group.replaceAll("_", " ");
}
