import type {Field, Table} from "../table.ts";
import {documentCsv} from "./document_csv.ts";
import {oneLine} from "./plain_text.ts";
import {choicesOf} from "./redcap_choices.ts";

const columns = [
  "Variable / Field Name",
  "Form Name",
  "Section Header",
  "Field Type",
  "Field Label",
  "Choices, Calculations, OR Slider Labels",
  "Field Note",
  "Text Validation Type OR Show Slider Number",
  "Text Validation Min",
  "Text Validation Max",
  "Identifier?",
  "Branching Logic (Show field only if...)",
  "Required Field?",
  "Custom Alignment",
  "Question Number (surveys only)",
  "Matrix Group Name",
  "Matrix Ranking?",
  "Field Annotation"
];

interface Entry {
  readonly table: Table;
  readonly field: Field;
  readonly variable: string;
}

/**
 * redcap_data_dictionary.csv: the tables as forms of one REDCap project. Its variables are unique in a project, so a
 * field that another form has already is named after its table as well; a key that forms share is there once.
 */
export function redcapDataDictionary(tables: readonly Table[]): string {
  const [recordId, ...others] = variablesOf(tables);
  return documentCsv(
    [recordId, ...others].flatMap((entry) => (entry ? [rowOf(entry, entry === recordId)] : [])),
    columns
  );
}

/** The first key comes first: REDCap takes the first variable for the record's id. */
function variablesOf(tables: readonly Table[]): Entry[] {
  const entries: Entry[] = [];
  for (const table of tables) {
    for (const field of [...table.fields].sort((a, b) => rankOf(a, table) - rankOf(b, table))) {
      const isShared = field.sensitivity === "key" && entries.some((entry) => entry.field.name === field.name);
      const isTaken = entries.some(({variable}) => variable === field.name);
      if (!isShared) entries.push({table, field, variable: isTaken ? `${table.name}_${field.name}` : field.name});
    }
  }
  return entries;
}

function rankOf({name}: Field, {primary_key}: Table): number {
  return primary_key[0] === name ? 0 : 1;
}

function rowOf({table, field, variable}: Entry, isRecordId: boolean): Readonly<Record<string, string>> {
  const {name, label, type, levels, unit, missing_reason, derivation, sensitivity} = field;
  const choices = levels && !isRecordId ? choicesOf(field) : null;
  const changed = choices?.changed.map(([raw, code]) => `; ${raw} is ${code} there`).join("") ?? "";
  const reason = missing_reason === null ? "" : `; where empty, ${missing_reason} says why`;
  return {
    "Variable / Field Name": variable,
    "Form Name": table.name,
    "Field Type": choices ? "radio" : "text",
    "Field Label": oneLine(label),
    // a blank in front keeps spreadsheets from taking a choice of -1 for a formula; REDCap drops it
    "Choices, Calculations, OR Slider Labels": choices?.text.replace(/^-/, " -") ?? "",
    "Field Note": oneLine([unit ? `Unit: ${unit}.` : "", derivation].join(" ")),
    "Text Validation Type OR Show Slider Number": choices || type === "string" ? "" : type,
    "Identifier?": sensitivity === "key" || sensitivity === "quasi_identifier" ? "y" : "",
    "Required Field?": table.primary_key.includes(name) ? "y" : "",
    "Field Annotation": `${table.name}.csv: ${name}${reason}${changed}`
  };
}
