import type {Table} from "../table.ts";

/** A name in every program: lower case, since SPSS knows no other case; at most 32 characters, since Stata does not. */
const name = /^[a-z][a-z0-9_]{0,30}[a-z0-9]$|^[a-z]$/;

const words =
  "all and break by byte double else eq float for function ge gt if in int le long lt ne next not or repeat strl to using while with";

/** Words that SPSS, Stata or R keep for themselves; what begins with plumbline_ is kept for the loaders. */
const reserved = new Set(words.split(" "));

/** Files of a package that a table's must not overwrite. */
const fileNames = ["attrition", "codebook", "redcap_data_dictionary"];

/** Refuses names of tables and fields that a program could not take, or that occur twice. */
export function checkNames(tables: readonly Table[], attrition: Table): void {
  if (tables.length === 0) throw new Error("package: expected a table at least");
  if (attrition.name !== "attrition") throw new Error(`package: expected the name attrition, found ${attrition.name}`);
  checkList(
    "package",
    tables.map((table) => table.name),
    fileNames
  );
  for (const table of [...tables, attrition]) {
    checkList(
      table.name,
      table.fields.map((field) => field.name)
    );
  }
}

function checkList(place: string, names: readonly string[], taken: readonly string[] = []): void {
  const seen = new Set(taken);
  if (names.length === 0) throw new Error(`${place}: expected a field at least`);
  for (const found of names) {
    if (!name.test(found) || reserved.has(found) || /^(str\d+$|plumbline_)/.test(found))
      throw new Error(`${place}: expected a name for SPSS, Stata, R and Python, found ${found}`);
    if (seen.has(found)) throw new Error(`${place}: expected a name that nothing else has, found ${found}`);
    seen.add(found);
  }
}
