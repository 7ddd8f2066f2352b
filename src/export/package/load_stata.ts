import type {Field, Level, Table} from "../table.ts";
import {distinctLevels} from "./levels.ts";
import {bytesOf, charactersOf} from "./plain_text.ts";
import {stataCode, stataWords} from "./stata_text.ts";

const head = `* Loads the tables of this folder and saves each as a .dta file beside it. The first table stays in memory.
* Stata does not know where a do-file lies: either cd to this folder and run do load.do, or give the folder:
*   do "<this folder>/load.do" "<this folder>"
* Text codes become numbers in the order of the codebook, with value labels; the notes of a variable say which is which.

version 14
args folder
if \`"\`folder'"' == "" local folder "."
`;

/** load.do: reads every CSV, codes text as labelled numbers, and labels variables and values. Needs Stata 14. */
export function loadStata(tables: readonly Table[]): string {
  const first = tables[0]?.name ?? "";
  return `${head}\n${tables.map(blockOf).join("\n")}\nuse \`"\`folder'/${first}.dta"', clear\n`;
}

function blockOf({name, fields, rows}: Table): string {
  const placesOf = (wanted: (field: Field) => boolean) =>
    fields.flatMap((field, place) => (wanted(field) ? [place + 1] : [])).join(" ");
  const texts = placesOf(({type}) => type === "string");
  const numbers = placesOf(({type}) => type !== "string");
  const columns = `${texts && ` stringcols(${texts})`}${numbers && ` numericcols(${numbers})`}`;
  return [
    "clear",
    `import delimited using \`"\`folder'/${name}.csv"', clear delimiters(",") varnames(1) case(preserve) ///`,
    `  encoding("UTF-8") bindquotes(strict) asdouble${columns}`,
    `assert _N == ${rows.length}`,
    ...fields.flatMap(linesOf),
    `order ${fields.map((field) => field.name).join(" ")}`,
    "compress",
    `save \`"\`folder'/${name}.dta"', replace emptyok\n`
  ].join("\n");
}

function linesOf(field: Field): string[] {
  const {name, label, type, levels} = field;
  const numbered = levels && numberedLevels(levels);
  return [
    ...(numbered && type === "string" ? codeLines(name, numbered) : []),
    `label variable ${name} ${stataWords(label, 80, charactersOf)}`,
    ...(numbered ? labelLines(name, numbered) : []),
    ...noteLines(field, numbered ?? [])
  ];
}

interface NumberedLevel extends Level {
  readonly number: number;
}

/** Labels in Stata belong to numbers: a code that is one stays, a text gets its place among the levels. */
function numberedLevels(levels: readonly Level[]): NumberedLevel[] {
  return distinctLevels(levels).map((level, order) => ({
    ...level,
    number: typeof level.code === "number" ? level.code : order + 1
  }));
}

/** A text variable becomes a number; a code that is not among the levels stops the do-file. */
function codeLines(name: string, levels: readonly NumberedLevel[]): string[] {
  return [
    "generate long plumbline_code = .",
    ...levels.map(({code, number}) => `replace plumbline_code = ${number} if ${name} == ${stataCode(String(code))}`),
    `assert !missing(plumbline_code) if ${name} != ""`,
    `drop ${name}`,
    `rename plumbline_code ${name}`
  ];
}

function labelLines(name: string, levels: readonly NumberedLevel[]): string[] {
  const define = ({number, label}: NumberedLevel, order: number) =>
    `label define ${name} ${number} ${stataWords(label, 32_000, bytesOf)}, ${order > 0 ? "add" : "replace"}`;
  return [...levels.map(define), `label values ${name} ${name}`];
}

/** Notes as Stata keeps them, in characteristics: what `notes` adds, without a second reading of the words. */
function noteLines({name, type, unit, derivation, source}: Field, levels: readonly NumberedLevel[]): string[] {
  const codes = type === "string" ? levels.map(({number, code}) => `${number} is code ${code}`) : [];
  const notes = [
    ...(unit === null ? [] : [`Unit: ${unit}`]),
    `Derivation: ${derivation}`,
    `Source: ${source}`,
    ...codes
  ];
  return [`${notes.length}`, ...notes].map(
    (note, place) => `char define ${name}[note${place}] ${place === 0 ? note : stataWords(note, 2000, bytesOf)}`
  );
}
