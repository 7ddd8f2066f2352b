/** What the warehouse knows of a person in bands: all that a weight can depend on. */
export interface Bands {
  readonly attendance: string;
  readonly baseline: string;
  readonly completed: string;
}

const attendanceBands = [
  {from: 85, label: "85 or more"},
  {from: 70, label: "70-84"},
  {from: 50, label: "50-69"}
];

const baselineBands = [
  {from: 20, label: "20-27"},
  {from: 15, label: "15-19"},
  {from: 10, label: "10-14"},
  {from: 5, label: "5-9"}
];

/** Per cent of the sessions attended. */
export function attendanceBand(attended: number, sessions: number): string {
  if (attended === 0) return "none";
  return attendanceBands.find(({from}) => 100 * attended >= from * sessions)?.label ?? "under 50";
}

export function baselineBand(score: number | null): string {
  if (score === null) return "not measured";
  return baselineBands.find(({from}) => score >= from)?.label ?? "0-4";
}
