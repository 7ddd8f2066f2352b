/** What the warehouse knows of a person in bands: all that a weight can depend on. */
export interface Bands {
  readonly attendance: string;
  readonly baseline: string;
  readonly completed: string;
}

/** `middle` stands for everybody in the band. */
interface Band {
  readonly from: number;
  readonly label: string;
  readonly middle: number;
}

/** From per cent of the sessions attended. */
const attendanceBands: readonly Band[] = [
  {from: 85, label: "85 or more", middle: 92},
  {from: 70, label: "70-84", middle: 77},
  {from: 50, label: "50-69", middle: 60},
  {from: Number.MIN_VALUE, label: "under 50", middle: 25},
  {from: 0, label: "none", middle: 0}
];

const baselineBands: readonly Band[] = [
  {from: 20, label: "20-27", middle: 22},
  {from: 15, label: "15-19", middle: 17},
  {from: 10, label: "10-14", middle: 12},
  {from: 5, label: "5-9", middle: 7},
  {from: 0, label: "0-4", middle: 3}
];

export function attendanceBand(percent: number): Band {
  return bandOf(attendanceBands, percent);
}

export function baselineBand(score: number): Band {
  return bandOf(baselineBands, score);
}

function bandOf(bands: readonly Band[], value: number): Band {
  const band = bands.find(({from}) => value >= from);
  if (band === undefined) throw new RangeError("band: expected 0 or more");
  return band;
}
