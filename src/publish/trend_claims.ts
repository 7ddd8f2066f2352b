import type {TrendGrounds} from "../claims/grounds.ts";
import {type About, type ClaimRow, placeKey, rowOf} from "./claims.ts";
import type {Result} from "./result.ts";
import type {SpcRow} from "./spc.ts";

/** Sentences about the last quarter of each control chart. How many were measured is told by the year that the quarter lies in. */
export function trendClaims(about: About, results: readonly Result[], charts: readonly SpcRow[]): ClaimRow[] {
  const byPlace = new Map(results.map((result) => [placeKey(result), result]));
  const series = Map.groupBy(
    charts.filter(({period_type}) => period_type === "quarter"),
    ({measure, breakdown, group}) => [measure, breakdown, group].join("|")
  );
  return [...series.values()].flatMap((points) => {
    const last = points.at(-1);
    const result = last === undefined ? undefined : byPlace.get(placeKey(last));
    if (last === undefined || result === undefined) return [];
    const {finding, figure, evidence} = about(result);
    const year = {...result, period_type: "year", period: result.period.slice(0, 4)} as const;
    const {share_measured} = about(year).evidence;
    const grounds: TrendGrounds = {
      kind: "trend",
      finding,
      figure,
      evidence: {...evidence, share_measured},
      chart: {
        period_type: "quarter",
        points: last.points,
        centre: last.centre,
        lower_limit: last.lower_limit,
        upper_limit: last.upper_limit,
        signal: last.finding
      }
    };
    return [rowOf(last, grounds)];
  });
}
