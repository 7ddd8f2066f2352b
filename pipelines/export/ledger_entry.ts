import type {Cohort} from "../../src/export/cohort.ts";
import type {Table} from "../../src/export/table.ts";
import type {LedgerEntry} from "../../src/ledger/entry.ts";
import type {Built} from "../explain/with_reading.ts";
import {project} from "../project.ts";

/** What the ledger says of an export, but for its folder and files. */
export function entryOf(
  {definition, hash}: Cohort,
  tables: readonly Table[],
  {as_of, known_on, isSynthetic, k}: Pick<Built, "as_of" | "known_on"> & {isSynthetic: boolean; k: number | null}
): Omit<LedgerEntry, "files" | "package"> {
  const {name, purpose, requested_by, basis, shape, item9, part2} = definition;
  return {
    who: requested_by,
    why: purpose,
    basis,
    definition_hash: hash,
    cohort: name,
    shape,
    fields: tables.flatMap((table) => table.fields.map((field) => `${table.name}.${field.name}`)),
    rows: tables.reduce((sum, {rows}) => sum + rows.length, 0),
    synthetic: isSynthetic,
    ...{as_of, known_on},
    code_version: project.version,
    // which release was made from the same build is not on record in the warehouse
    release: null,
    k,
    item9_basis: item9 === null ? null : {kind: item9.basis, number: item9.number},
    part2_basis: part2 === null ? null : {kind: part2.basis, number: part2.number}
  };
}
