import type {Status} from "./result.ts";

/** What the status of a row means, in the words that stand in place of a figure. */
export const statusLabels: readonly {readonly id: Status; readonly label: string}[] = [
  {id: "published", label: "shown"},
  {id: "suppressed", label: "hidden to protect people (a count behind it is small, or would tell a small one)"},
  {id: "unstable", label: "few people: read the interval, not the figure"},
  {id: "insufficient", label: "too few for this figure, or not comparable: the reason says which"},
  {id: "immature", label: "too early: the time this measure waits for has not passed"}
];
