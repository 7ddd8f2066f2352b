import type {Field, Table} from "../table.ts";
import {cellOf} from "./cells.ts";
import {distinctLevels} from "./levels.ts";
import {plainText} from "./plain_text.ts";

const head = `# Loads the tables of this folder as data frames of the same names, wherever it is run from. Needs base R only.
# Coded fields become factors; their codes, in the order of the levels: attr(<table>, "codes")$<field>.
# Every column has attr(, "label"), and attr(, "unit") where there is one.

plumbline_folder <- local({
  sourced <- Filter(is.character, lapply(sys.frames(), get0, x = "ofile", inherits = FALSE))
  run <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
  scripts <- c(rev(unlist(sourced)), gsub("~+~", " ", run, fixed = TRUE))
  folders <- c(dirname(scripts), ".")
  found <- folders[file.exists(file.path(folders, "datapackage.json"))]
  if (length(found) == 0) stop("run setwd() with the folder of this script first")
  found[1]
})

plumbline_read <- function(name, classes) {
  table <- read.csv(
    file.path(plumbline_folder, name), colClasses = classes, na.strings = "", encoding = "UTF-8",
    quote = "\\"", comment.char = "", strip.white = FALSE, check.names = FALSE
  )
  stopifnot(identical(names(table), names(classes)))
  table
}

plumbline_factor <- function(values, codes, labels, ordered) {
  stopifnot(all(is.na(values) | values %in% codes))
  factor(values, levels = codes, labels = labels, ordered = ordered)
}
`;

/** load.R: reads every table into a data frame with its factors, labels and units. */
export function loadR(tables: readonly Table[]): string {
  return `${head}\n${tables.map(blockOf).join("\n")}\nrm(plumbline_folder, plumbline_read, plumbline_factor)\n`;
}

function blockOf(table: Table): string {
  const classes = table.fields.map((field, place) => `${field.name} = "${classOf(field, table, place)}"`);
  const codes = table.fields.flatMap(({name, levels}) =>
    levels ? [`${name} = ${vector(levels.map(({code}) => cellOf(code)))}`] : []
  );
  return `${table.name} <- local({
  table <- plumbline_read("${table.name}.csv", ${call("c", classes)})
  codes <- ${call("list", codes)}
${table.fields.map(linesOf).join("")}  attr(table, "codes") <- codes
  table
})
`;
}

function classOf({type, levels}: Field, {rows}: Table, place: number): string {
  if (levels !== null || type === "string") return "character";
  const isSmall = rows.every((row) => Math.abs(Number(row[place])) < 2 ** 31);
  return type === "integer" && isSmall ? "integer" : "numeric";
}

function linesOf({name, label, levels, ordered, unit}: Field): string {
  const labels = vector(distinctLevels(levels ?? []).map((level) => level.label));
  const factor = `plumbline_factor(table$${name}, codes$${name}, ${labels}, ${ordered ? "TRUE" : "FALSE"})`;
  const attribute = (which: string, text: string) => `  attr(table$${name}, "${which}") <- ${literal(text)}\n`;
  return [
    levels ? `  table$${name} <- ${factor}\n` : "",
    attribute("label", label),
    unit === null ? "" : attribute("unit", unit)
  ].join("");
}

function vector(texts: readonly string[]): string {
  return call("c", texts.map(literal));
}

function call(name: string, items: readonly string[]): string {
  return items.length > 3 ? `${name}(\n    ${items.join(",\n    ")}\n  )` : `${name}(${items.join(", ")})`;
}

/** A string of R in ASCII, so that it is the same in every locale; nothing in it can end it early. */
function literal(text: string): string {
  const escaped = plainText(text).replace(/[^ !#-[\]-~]/gu, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return point > 0xffff ? `\\U${hex(point, 8)}` : `\\u${hex(point, 4)}`;
  });
  return `"${escaped}"`;
}

function hex(point: number, digits: number): string {
  return point.toString(16).padStart(digits, "0");
}
