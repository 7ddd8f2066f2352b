import {type DeliveryPlace, type FileName, fileNames, type Stated, type Versions} from "./load_statement.ts";

/** One row of a delivery: what it says of a key, or null where it deletes the key. */
export interface Said {
  readonly file: FileName;
  readonly key: string;
  readonly row: object | null;
}

export interface Delivery extends DeliveryPlace {
  /** full: keys that a file of the delivery leaves out are withdrawn. */
  readonly mode: "delta" | "full";
  readonly said: readonly Said[];
}

type Version = Record<string, unknown> & {-readonly [Name in keyof Stated]: Stated[Name]};

/** What record.* must hold after these deliveries, in whatever order they came: their fold in the order of history. */
export function foldDeliveries(deliveries: readonly Delivery[]): Versions {
  const versions = Object.fromEntries(fileNames.map((file) => [file, [] as Version[]])) as Record<FileName, Version[]>;
  const current = new Map<string, Version>();
  for (const delivery of [...deliveries].sort(byHistory)) take(delivery, versions, current);
  return versions as unknown as Versions;
}

function byHistory(a: DeliveryPlace, b: DeliveryPlace): number {
  return a.delivered_on === b.delivered_on ? a.sequence - b.sequence : a.delivered_on < b.delivered_on ? -1 : 1;
}

function take(delivery: Delivery, versions: Record<FileName, Version[]>, current: Map<string, Version>): void {
  const placeOf = (file: FileName, key: string) => JSON.stringify([delivery.source, file, key]);
  const given = new Map(delivery.said.map((said) => [placeOf(said.file, said.key), said]));
  for (const [place, version] of delivery.mode === "full" ? [...current] : []) {
    if (!given.has(place) && isOfGivenFile(place, delivery)) close(place, version);
  }
  for (const [place, {file, row}] of given) {
    const before = current.get(place);
    if (row !== null && before !== undefined && says(before, row)) continue;
    if (before !== undefined) close(place, before);
    if (row !== null) open(place, file, row);
  }

  function close(place: string, version: Version): void {
    version.superseded_on = delivery.delivered_on;
    version.superseded_sequence = delivery.sequence;
    current.delete(place);
  }

  function open(place: string, file: FileName, row: object): void {
    const {delivered_on, sequence} = delivery;
    const version = {...row, stated_on: delivered_on, sequence, superseded_on: null, superseded_sequence: null};
    versions[file].push(version);
    current.set(place, version);
  }
}

function isOfGivenFile(place: string, {source, said}: Delivery): boolean {
  const [placeSource, placeFile] = JSON.parse(place) as string[];
  return placeSource === source && said.some(({file}) => file === placeFile);
}

function says(version: Version, row: object): boolean {
  return Object.entries(row).every(([column, value]) => version[column] === value);
}
