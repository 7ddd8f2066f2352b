import {randomBytes} from "node:crypto";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {UserError} from "../../src/errors.ts";
import {withoutCounts} from "../../src/export/attrition.ts";
import {packageFiles} from "../../src/export/package/package_files.ts";
import {type ProtectedCohort, protectedCohort} from "../../src/export/protected_cohort.ts";
import {distortionInWords, protectionInWords} from "../../src/export/protection_in_words.ts";
import {syntheticTwin} from "../../src/export/synthetic/synthetic_twin.ts";
import {readRestrictedZip3} from "../../src/reference/restricted_zip3.ts";
import type {Invocation} from "../commands/command.ts";
import type {Built} from "../explain/with_reading.ts";
import {project} from "../project.ts";
import {describeExport, termsOf} from "./describe_export.ts";
import {entryOf} from "./ledger_entry.ts";
import type {Request} from "./read_request.ts";
import {type Written, writePackage} from "./write_package.ts";

/** What leaves, and what is said of how people are protected. */
interface Leaving extends Pick<ProtectedCohort, "tables" | "attrition"> {
  readonly protection: {readonly report: object; readonly words: string};
  /** What became of the figures on the way, in words. */
  readonly notes: string;
}

/** What was exported, and where it is. */
export interface Exported extends Leaving, Written {
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
  const protectedRows = await protectedCohort(warehouse, cohort, {...reading, file, secret, sql: project.exportSql});
  const found = isSynthetic ? twinOf(protectedRows, secret) : leaving(protectedRows);
  const {tables, attrition, protection} = found;
  const files = packageFiles({
    ...{name: definition.name, tables, attrition, definition, definition_hash: hash, as_of},
    ...describeExport(tables, definition, {as_of, synthetic: isSynthetic || settings.synthetic}),
    code_version: project.version,
    anonymity: protection,
    terms: termsOf(definition),
    synthetic: isSynthetic
  });
  const name = `${definition.name}-${hash.slice(0, 12)}${isSynthetic ? "-synthetic" : ""}`;
  const k = isSynthetic ? null : protectedRows.report.k.reached;
  const written = await writePackage(out, name, files, entryOf(cohort, tables, {...built, isSynthetic, k}));
  return {...found, ...written, name: definition.name, definition_hash: hash, as_of, is_synthetic: isSynthetic};
}

/** The rows as they leave. */
function leaving({tables, attrition, report}: ProtectedCohort): Leaving {
  const words = protectionInWords(report);
  return {tables, attrition, protection: {report, words}, notes: distortionInWords(report)};
}

/** A twin of the rows that would leave, which tells how many there are as little as who they are. */
function twinOf({tables, attrition}: ProtectedCohort, secret: Buffer): Leaving {
  const twin = syntheticTwin(tables, {seed: secret.toString("hex")});
  const words =
    "No row is a person: each column was drawn for itself, from the shares and middle values of 11 people or more that anonymity.json lists.";
  return {
    tables: twin.tables,
    attrition: withoutCounts(attrition),
    protection: {report: twin.report, words},
    notes: "those of this file mean nothing"
  };
}

/** Until there is an approval, only rows without a person leave. */
function requireBasis({basis}: Request["cohort"]["definition"], isSynthetic: boolean, file: string): void {
  if (basis.kind !== "pending" || isSynthetic) return;
  throw new UserError("usage", `${file}: basis, kind: expected what allows it, found pending`, {
    hint: "until it is approved: plumbline export cohort FILE --synthetic"
  });
}
