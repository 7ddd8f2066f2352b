import type {ColumnInputs, TableInputs, TwinInputs} from "./twin_inputs.ts";

/** Everything that a twin was made from, and what it can therefore tell at most. */
export interface TwinReport {
  readonly inputs: Omit<TwinInputs, "tables"> & {
    readonly tables: readonly (Omit<TableInputs, "declared"> & {readonly name: string})[];
  };
  /** How many figures were read from rows, of each kind. */
  readonly figures: Readonly<Record<"shares" | "middles" | "texts" | "shares_empty", number>>;
  readonly statement: readonly string[];
}

export function twinReport(inputs: TwinInputs): TwinReport {
  const columns = inputs.tables.flatMap((table) => table.columns);
  const total = (count: (column: ColumnInputs) => number) => columns.reduce((sum, column) => sum + count(column), 0);
  const figures = {
    shares: total(({shape}) => (shape?.kind === "codes" ? shape.codes.filter(({share}) => share !== null).length : 0)),
    middles: total(({shape}) => (shape !== null && "middles" in shape ? shape.middles.length : 0)),
    texts: total(({shape}) => (shape?.kind === "texts" ? shape.texts.length : 0)),
    shares_empty: inputs.tables.flatMap(({emptiness}) => emptiness).filter(({share}) => share > 0 && share < 1).length
  };
  const tables = inputs.tables.map(({declared, ...read}) => ({name: declared.name, ...read}));
  return {inputs: {...inputs, tables}, figures, statement};
}

const statement: readonly string[] = [
  "The twin is a function of the inputs in this report and of a seed. Rows are read once, to make the inputs, and the drawing never sees them: two cohorts with the same inputs have the same twin. So the twin tells nothing that the inputs do not.",
  "Declared, not read: names, labels, types, units, codes and their order, keys. Where a column's codes are those that occur, such as programs, a code says that somebody has it.",
  "Shares of codes, and of rows that are empty, are shares of people, rounded to a step that stands for 11 people or more. Codes of 1 to 10 people have no share and are drawn like codes of nobody. A share of people of whom there are fewer than 22 is not told.",
  "Numbers and days are told as four values at most, each the middle one of 11 people or more, rounded; a person with many rows weighs as much as one with one. No least or largest value is told. Texts without codes are told where 11 people or more have them.",
  "Of structure it is told: whether a column is ever empty, and ever filled; what is the same in all rows of a person or an episode, and what ascends in them; with which other columns, or with which codes, a column is always empty; the mean number of rows of an episode, in whole numbers; whether 11 people or more come back. That such a rule does not hold tells that somebody is an exception, not who or how many.",
  "Nothing else of how columns go together is kept, and no row is a row of the export other than by chance.",
  "Rounding is no noise: of two twins whose cohorts differ by one person, a figure that tips over a step says that this person made it. Keep one twin to a request, and its seed out of it."
];
