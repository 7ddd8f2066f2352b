import {type CohortField, coded, field, levelsOf, quasi, yesNo} from "./fields.ts";

const fiveYears = [...Array.from({length: 18}, (_, index) => `${5 * index}-${5 * index + 4}`), "90+", "unknown"].map(
  (code) => ({code, label: code})
);

const age = "year of admission less year of birth; 90 and over are one band";

/** Who and where: what an outsider may know of somebody, and so could tell people apart by. */
export const backgroundFields: readonly CohortField[] = [
  field({
    name: "admission_year",
    label: "Year of admission",
    derivation: "year of the day of admission; where dates are moved, of the moved day",
    source: "episodes.csv admitted_on",
    sensitivity: quasi,
    of: ({episode}, {yearOf}) => yearOf(episode)
  }),
  coded({
    name: "age_band",
    label: "Age at admission, in the bands of published figures",
    levels: levelsOf("under 12", "12-17", "18-25", "26-44", "45-64", "65-89", "90+", "unknown"),
    unit: "years",
    derivation: age,
    source: "clients.csv birth_year, episodes.csv admitted_on",
    sensitivity: quasi
  }),
  coded({
    name: "age_5_years",
    label: "Age at admission, in bands of five years",
    levels: fiveYears,
    unit: "years",
    derivation: age,
    source: "clients.csv birth_year, episodes.csv admitted_on",
    sensitivity: quasi
  }),
  ofClient("sex", "Sex", "female", "male", "other", "unknown"),
  ofClient("gender", "Gender", "woman", "man", "nonbinary", "other", "declined", "unknown"),
  {
    ...ofClient(
      "race",
      "Race",
      ...[
        "american_indian",
        "asian",
        "black",
        "native_hawaiian",
        "white",
        "other",
        "multiracial",
        "declined",
        "unknown"
      ]
    ),
    derivation: "more than one race is multiracial"
  },
  ofClient("ethnicity", "Ethnicity", "hispanic", "not_hispanic", "declined", "unknown"),
  coded({
    name: "language",
    label: "Preferred language",
    levels: "open",
    derivation: "ISO 639-1 code as delivered",
    source: "clients.csv language",
    sensitivity: quasi
  }),
  ofClient("veteran", "Served in the armed forces", "yes", "no", "unknown"),
  field({
    name: "zip3",
    label: "First three digits of the postal code",
    type: "string",
    derivation:
      "000 where 20,000 people or fewer live in the area, by the newest table in data/reference that was valid on the as-of date",
    source: "clients.csv zip3",
    sensitivity: quasi
  }),
  ofEpisode("payer", "Payer", "commercial", "medicaid", "medicare", "self_pay", "other", "unknown"),
  ofEpisode(
    "referral_source",
    "Who referred",
    ...["self", "provider", "hospital", "court", "school", "other", "unknown"]
  ),
  ofEpisode(
    "diagnosis_group",
    "Group of the primary diagnosis",
    ...["depressive", "anxiety", "bipolar", "trauma", "psychotic", "ocd", "eating", "substance", "other", "unknown"]
  ),
  {
    ...ofEpisode("co_occurring_sud", "Co-occurring substance use disorder", "yes", "no", "unknown"),
    sensitivity: "sensitive",
    harms: ["yes"]
  },
  ofProgram("program", "Program", "program_key"),
  ofProgram("site", "Site", "site_key"),
  {
    ...ofProgram("level_of_care", "Level of care", "level_of_care"),
    levels: levelsOf("iop", "php", "op", "unknown")
  },
  {
    ...ofProgram("population", "Population that the program serves", "population"),
    levels: levelsOf("mh", "sud", "dual")
  },
  coded({
    name: "has_prior_episode",
    label: "Was admitted before",
    levels: yesNo,
    derivation: "another episode of the person, admitted earlier, is in the data of the source",
    source: "episodes.csv client_key, admitted_on"
  })
];

function ofClient(name: string, label: string, ...codes: readonly string[]): CohortField {
  return delivered("clients.csv", name, label, codes);
}

function ofEpisode(name: string, label: string, ...codes: readonly string[]): CohortField {
  return delivered("episodes.csv", name, label, codes);
}

function delivered(file: string, name: string, label: string, codes: readonly string[]): CohortField {
  const derivation = "as delivered; unknown where empty";
  return coded({name, label, levels: levelsOf(...codes), derivation, source: `${file} ${name}`, sensitivity: quasi});
}

function ofProgram(name: string, label: string, column: string): CohortField {
  const derivation = "of the program that the episode is in, as its current row says";
  return coded({name, label, levels: "open", derivation, source: `programs.csv ${column}`, sensitivity: quasi});
}
