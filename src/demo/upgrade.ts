import {writeDraft} from "./deliveries.ts";
import type {Draft, DraftFile} from "./drafts.ts";
import type {FileName} from "./layout.ts";
import type {Refused} from "./refused_deliveries.ts";
import type {Statement} from "./statements.ts";

/**
 * The first export after the system upgrade: labels where codes belong ("Dropped out") and a column with the names of clients.
 * The column refuses it; without the column nearly every row would have been quarantined.
 */
export function upgradeGoneWrong(draft: Draft, source: string): Refused {
  const wrong = {...draft, folder: draft.folder.replace("-resent", ""), files: draft.files.map(labelled)};
  const {folder, files} = writeDraft(wrong, source);
  const because = "after a system upgrade it has labels for codes, and the names of clients";
  const named = files.map((file) => (file.name === "clients.csv" ? {...file, chunks: withNames(file.chunks)} : file));
  return {delivery: {folder, files: named}, code: "identifier_column", because};
}

const coded: Readonly<Partial<Record<FileName, readonly string[]>>> = {
  referrals: ["outcome"],
  episodes: ["discharge_reason", "transfer_to", "payer"],
  sessions: ["kind", "modality", "attendance"]
};

function labelled(file: DraftFile): DraftFile {
  const names = coded[file.file] ?? [];
  const relabel = (one: Statement) => {
    const labels = names.map((name) => [name, labelOf(one.row[name] ?? "")]);
    return {...one, row: {...one.row, ...Object.fromEntries(labels)}};
  };
  return {...file, statements: file.statements.map(relabel)};
}

/** "dropped_out" is labelled "Dropped out". */
function labelOf(code: string): string {
  return code.slice(0, 1).toUpperCase() + code.slice(1).replaceAll("_", " ");
}

function withNames(chunks: Iterable<string>): string[] {
  const lines = [...chunks].join("").split("\r\n");
  const named = lines.map((line, index) =>
    line === "" ? "" : `${line},${index === 0 ? "patient_name" : "SYNTHETIC"}`
  );
  return [named.join("\r\n")];
}
