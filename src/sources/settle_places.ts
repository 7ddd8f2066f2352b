import type {DeliveryHeader} from "./delivery_json.ts";
import {comparePlaces} from "./history.ts";
import {RefusedDelivery} from "./refusals.ts";
import type {FreshDelivery, Survey} from "./surveyed.ts";

type Place = Pick<DeliveryHeader, "source" | "delivered_on" | "sequence">;

export function placeKey({source, delivered_on, sequence}: Place): string {
  return JSON.stringify([source, delivered_on, sequence]);
}

/**
 * Gives each place in history to one delivery and orders them as history does: of folders with the same content the first is taken,
 * and where contents differ nobody can say which is right, so all are refused.
 */
export function settlePlaces(deliveries: readonly FreshDelivery[]): Pick<Survey, "fresh" | "twins" | "refused"> {
  const places = [...Map.groupBy(deliveries, ({header}) => placeKey(header)).values()];
  const settled = places.filter((rivals) => new Set(rivals.map(({content_hash}) => content_hash)).size === 1);
  const disputed = places.filter((rivals) => !settled.includes(rivals));
  return {
    fresh: settled.flatMap((same) => same.slice(0, 1)).sort((left, right) => comparePlaces(left.header, right.header)),
    twins: settled.flatMap((same) => twinsOf(same)),
    refused: disputed.flatMap((rivals) => rivals.map((rival) => refuseRival(rival, rivals)))
  };
}

function twinsOf([first, ...others]: readonly FreshDelivery[]): Survey["twins"] {
  return first === undefined ? [] : others.map(({folder}) => ({folder, of: first}));
}

function refuseRival({folder, header}: FreshDelivery, rivals: readonly FreshDelivery[]): Survey["refused"][number] {
  const others = rivals.map((rival) => rival.folder).filter((other) => other !== folder);
  return {folder, source: header.source, refusal: samePlace(folder, header, others.join(" and "))};
}

/** The refusal of a delivery whose place another one has. */
export function samePlace(folder: string, {delivered_on, sequence}: DeliveryHeader, other: string): RefusedDelivery {
  return new RefusedDelivery(
    "same_place",
    `${folder}: expected to be the only delivery of its source for ${delivered_on}, sequence ${sequence}, found ${other} with other content`
  );
}
