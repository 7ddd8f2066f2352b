import {randomBytes} from "node:crypto";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {UserError} from "../../src/errors.ts";
import {packageFiles} from "../../src/export/package/package_files.ts";
import {type ProtectedCohort, protectedCohort} from "../../src/export/protected_cohort.ts";
import {protectionInWords} from "../../src/export/protection_in_words.ts";
import {readRestrictedZip3} from "../../src/reference/restricted_zip3.ts";
import type {Invocation} from "../commands/command.ts";
import type {Built} from "../explain/with_reading.ts";
import {project} from "../project.ts";
import {describeExport, termsOf} from "./describe_export.ts";
import {entryOf} from "./ledger_entry.ts";
import type {Request} from "./read_request.ts";
import {type Written, writePackage} from "./write_package.ts";

/** What was exported, and where it is. */
export interface Exported extends ProtectedCohort, Written {
  readonly name: string;
  readonly definition_hash: string;
  readonly as_of: string;
  readonly is_synthetic: boolean;
}

/** Answers a request from the warehouse as the last build left it: protects, writes and enters it in the ledger. */
export async function exportCohort(
  warehouse: Warehouse,
  built: Built,
  {file, cohort}: Request,
  {out, isSynthetic, settings}: {out: string; isSynthetic: boolean; settings: Invocation["settings"]}
): Promise<Exported> {
  const {definition, hash} = cohort;
  requireBasis(cohort.definition, isSynthetic, file.name);
  const {as_of, suffix} = built;
  const restricted = await readRestrictedZip3(project.references, as_of);
  const reading = {as_of, suffix, prorate: settings.prorate, restricted_zip3: new Set(restricted.restricted)};
  const secret = randomBytes(32);
  const found = await protectedCohort(warehouse, cohort, {...reading, file, secret, sql: project.exportSql});
  if (isSynthetic) throw new UserError("usage", "--synthetic: expected no twin yet, found that it is asked for");
  const tables = found.tables;
  const files = packageFiles({
    ...{name: definition.name, tables, attrition: found.attrition, definition, definition_hash: hash, as_of},
    ...describeExport({...found, tables}, definition, {as_of, synthetic: isSynthetic || settings.synthetic}),
    code_version: project.version,
    anonymity: {report: found.report, words: protectionInWords(found.report)},
    terms: termsOf(definition),
    synthetic: isSynthetic
  });
  const name = `${definition.name}-${hash.slice(0, 12)}${isSynthetic ? "-synthetic" : ""}`;
  const entry = entryOf(cohort, {...found, tables}, {...built, isSynthetic});
  const written = await writePackage(out, name, files, entry);
  return {...found, tables, ...written, name: definition.name, definition_hash: hash, as_of, is_synthetic: isSynthetic};
}

/** Until there is an approval, only rows without a person leave. */
function requireBasis({basis}: Request["cohort"]["definition"], isSynthetic: boolean, file: string): void {
  if (basis.kind !== "pending" || isSynthetic) return;
  throw new UserError("usage", `${file}: basis, kind: expected what allows it, found pending`, {
    hint: "until it is approved: plumbline export cohort FILE --synthetic"
  });
}
