import {intervalLine} from "../charts/interval_line.ts";

/** Where the points of a chart lie: from left to right, one below the other, or about the plane. */
export type Along = "x" | "y" | "both";

export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * The index of the point that a pointer means, all in pixels; null where it means none. In a list each point has its line, which lies
 * mostly above it; `scale` is how large the chart is shown.
 */
export function nearest(places: readonly Place[], pointer: Place, along: Along, scale = 1): number | null {
  if (along === "y") return lineAt(places, pointer, scale);
  const distances = places.map(({x, y}) => Math.hypot(x - pointer.x, along === "both" ? y - pointer.y : 0));
  const index = distances.indexOf(Math.min(...distances));
  return index === -1 ? null : index;
}

function lineAt(places: readonly Place[], pointer: Place, scale: number): number | null {
  const {height, mark} = intervalLine;
  const index = places.findIndex(({y}) => {
    const fromTop = pointer.y - (y - mark * scale);
    return fromTop >= 0 && fromTop < height * scale;
  });
  return index === -1 ? null : index;
}
