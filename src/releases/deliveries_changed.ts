import type {Delivery, Manifest, Refused} from "./published_release.ts";

/** A delivery by what names it. */
export type DeliveryName = Omit<Delivery, "files">;

export interface DeliveryChanges {
  readonly added: readonly DeliveryName[];
  /** Read for the older release and not for the newer one. */
  readonly gone: readonly DeliveryName[];
  /** The same delivery with other files, or with other bytes in them. */
  readonly changed: readonly DeliveryName[];
  readonly refused: readonly Refused[];
  readonly no_longer_refused: readonly Refused[];
}

type Inputs = Pick<Manifest, "inputs" | "refused">;

/** Deliveries that only one of two releases was made from, or refused. */
export function deliveriesChanged(before: Inputs, after: Inputs): DeliveryChanges {
  const [old, now] = [before, after].map(({inputs}) => new Map(inputs.map((one) => [nameKey(one), one]))) as [
    Map<string, Delivery>,
    Map<string, Delivery>
  ];
  const hashes = (one: Delivery | undefined) => (one?.files ?? []).map(({file, sha256}) => `${file} ${sha256}`).sort();
  return {
    added: after.inputs.filter((one) => !old.has(nameKey(one))).map(nameOf),
    gone: before.inputs.filter((one) => !now.has(nameKey(one))).map(nameOf),
    changed: after.inputs
      .filter((one) => old.has(nameKey(one)) && String(hashes(old.get(nameKey(one)))) !== String(hashes(one)))
      .map(nameOf),
    refused: notIn(before.refused, after.refused),
    no_longer_refused: notIn(after.refused, before.refused)
  };
}

function nameOf({source, delivered_on, sequence, mode}: Delivery): DeliveryName {
  return {source, delivered_on, sequence, mode};
}

function nameKey({source, delivered_on, sequence}: Delivery): string {
  return [source, delivered_on, sequence].join("|");
}

function notIn(known: readonly Refused[], found: readonly Refused[]): Refused[] {
  const keys = new Set(known.map(({folder, code}) => `${folder}|${code}`));
  return found.filter(({folder, code}) => !keys.has(`${folder}|${code}`));
}
