/**
 * The history of one source's clients, read from the delivery format and not from the code: plain loops over rows in memory.
 * Knows of defects only those that the random deliveries of history.test.ts hold.
 */
export interface PlainDelivery {
  readonly source: string;
  readonly delivered_on: string;
  readonly sequence: number;
  readonly mode: "delta" | "full";
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Version {
  readonly key: string;
  readonly cells: string;
  readonly from: string;
  readonly line: number;
  to: string | null;
}

interface Quarantined {
  readonly key: string | null;
  readonly code: string;
  readonly from: string;
  readonly line: number;
  to: string | null;
}

export interface Folded {
  readonly versions: readonly Version[];
  readonly quarantine: readonly Quarantined[];
  /** By place: read accepted corrected unchanged deleted quarantined withdrawn. */
  readonly counts: Readonly<Record<string, string>>;
}

/** Folds the deliveries of one source, given in the order of history. */
export function foldPlainly(deliveries: readonly PlainDelivery[]): Folded {
  const versions: Version[] = [];
  const quarantine: Quarantined[] = [];
  const counts: Record<string, string> = {};
  for (const delivery of deliveries) {
    const place = `${delivery.delivered_on} ${delivery.sequence}`;
    counts[place] = foldOne(delivery, place, versions, quarantine);
  }
  return {versions, quarantine, counts};
}

function foldOne(delivery: PlainDelivery, place: string, versions: Version[], quarantine: Quarantined[]): string {
  const tally = {read: 0, accepted: 0, corrected: 0, unchanged: 0, deleted: 0, quarantined: 0, withdrawn: 0};
  const current = (key: string) => versions.find((version) => version.key === key && version.to === null);
  const given = new Set<string>();
  const opened: Quarantined[] = [];
  const waiting = quarantine.filter((row) => row.to === null);
  const seen = new Map<string, string>();
  delivery.rows.forEach((row, index) => {
    tally.read++;
    const line = index + 2;
    const key = row[delivery.header.indexOf("client_key")] ?? "";
    if (key !== "") given.add(key);
    const cell = (name: string) => row[delivery.header.indexOf(name)] ?? "";
    const code = codeOf(delivery, row, key);
    const isCopy = code !== "ragged_row" && code !== "duplicate_key" && key !== "" && seen.has(key);
    if (code !== "ragged_row" && key !== "") seen.set(key, key);
    if (isCopy) tally.unchanged++;
    else if (code !== null) {
      tally.quarantined++;
      opened.push({key: key === "" ? null : key, code, from: place, line, to: null});
    } else {
      const before = current(key);
      const cells = JSON.stringify([cell("birth_year"), cell("zip3")]);
      for (const row of waiting) if (row.key === key) row.to ??= place;
      if (cell("_delete") === "1") {
        tally[before === undefined ? "unchanged" : "deleted"]++;
        if (before !== undefined) before.to = place;
      } else if (before?.cells === cells) tally.unchanged++;
      else {
        tally[before === undefined ? "accepted" : "corrected"]++;
        if (before !== undefined) before.to = place;
        versions.push({key, cells, from: place, line, to: null});
      }
    }
  });
  for (const version of versions)
    if (delivery.mode === "full" && version.to === null && !given.has(version.key)) {
      version.to = place;
      tally.withdrawn++;
    }
  const replaced = new Set(opened.map(({key}) => key));
  for (const row of waiting)
    if (delivery.mode === "full" || row.key === null || replaced.has(row.key)) row.to ??= place;
  quarantine.push(...opened);
  return Object.values(tally).join(" ");
}

function codeOf({header, rows}: PlainDelivery, row: readonly string[], key: string): string | null {
  if (row.length !== header.length) return "ragged_row";
  const at = header.indexOf("client_key");
  const copies = rows.filter((other) => other.length === header.length && other[at] === key);
  if (key !== "" && new Set(copies.map((copy) => JSON.stringify(copy))).size > 1) return "duplicate_key";
  if (key === "") return "required_empty";
  if (row[header.indexOf("_delete")] === "1") return null;
  const year = row[header.indexOf("birth_year")] ?? "";
  return /^(?:19\d\d)?$/.test(year) ? null : "bad_value";
}
