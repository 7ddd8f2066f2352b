/** What a column's name may say that it holds; names are compared as words joined by "_". */
const identifying: readonly {readonly kind: string; readonly pattern: RegExp}[] = [
  {
    kind: "a birth date",
    pattern: words("dob", "bdate", "bday", "birth_?(?:date|day|dt)", "born_?on", "(?:date|day|dt)_?of_?birth")
  },
  {kind: "a birth date", pattern: /^(?:birth|born)$/},
  {
    kind: "a social security number",
    pattern: words("ssns?", "ssn_?[0-9]", "ss_?(?:no|num|nbr|number)", "social_?security(?:_?[a-z0-9]+)?")
  },
  {
    kind: "a medical record number",
    pattern: words(
      "mrns?",
      "(?:medical|med)_?rec(?:ord)?s?(?:_?(?:id|no|num|nbr|number))?",
      "chart_?(?:id|no|num|nbr|number)"
    )
  },
  {kind: "an e-mail address", pattern: /(?<!voic)e_?mail/},
  {kind: "a telephone number", pattern: /phone/},
  {kind: "a telephone number", pattern: words("tel", "fax", "(?:tel|fax|cell|mobile)_?(?:no|num|nbr|number)")},
  {kind: "a telephone number", pattern: /^(?:cell|mobile)$/},
  {kind: "an address", pattern: /(?:address(?:es)?|addr|(?:^|_)street)_?[0-9]*(?:_|$)/},
  {
    kind: "a full ZIP code",
    pattern: words("zips?(?!_3)", "zip_?codes?", "zip_?(?:[4-9]|plus_?4)", "post_?codes?", "postal(?:_?codes?)?")
  },
  {
    kind: "a member id",
    pattern: words(
      "(?:member|subscriber|beneficiary|insured|insurance|policy|policy_?holder|medicaid|medicare)_?(?:ids?|no|num|nbr|number)",
      "mbi",
      "hicn"
    )
  },
  {kind: "a name", pattern: /names?(?:_|$)/}
];

/** What the name of an unknown column says that it holds ("a name"), or null; asked only of columns that no contract knows. */
export function identifyingName(column: string): string | null {
  const name = wordsOf(column).join("_");
  return identifying.find(({pattern}) => pattern.test(name))?.kind ?? null;
}

/** Any of the alternatives as whole words, also run together with whom they are about: patient_dob, patientdob. */
function words(...alternatives: string[]): RegExp {
  return new RegExp(`(?:^|_|client|patient|person|guardian|contact)(?:${alternatives.join("|")})(?:_|$)`);
}

/** "patientDOB", "Patient DOB" and "patient-dob" are all patient, dob. */
function wordsOf(column: string): string[] {
  const spaced = column.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2");
  return spaced
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
