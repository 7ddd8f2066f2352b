import {formatCount, formatFigure, formatNumber} from "./format.ts";
import type {ComparisonGrounds, Figure} from "./grounds.ts";
import {unitsOf} from "./phrases.ts";

/** "62.3% at North IOP and 50.2% at the other programs" */
export function sideValues({figure, rest}: ComparisonGrounds): string {
  return beside(figure, rest.figure, ({value, unit}) => (value === null ? "" : formatFigure(value, unit)));
}

/** "46.2% at North IOP and an unknown share at the other programs" */
export function sideShares({figure, evidence, rest}: ComparisonGrounds): string {
  const shares = new Map([
    [figure, evidence.share_measured],
    [rest.figure, rest.share_measured]
  ]);
  return beside(figure, rest.figure, (side) => {
    const share = shares.get(side) ?? null;
    return share === null ? "an unknown share" : formatNumber(share, "share");
  });
}

/** "281 of 450 and 502 of 1,000 episodes", "312 and 500 episodes" */
export function sideCounts(grounds: ComparisonGrounds): string {
  const {finding, figure, rest} = grounds;
  const cases = [figure, rest.figure].map(casesOf);
  if (finding.form !== "share" || cases.includes("")) return sideUnits(grounds);
  const counted = `${cases.join(" and ")} ${finding.counted}`;
  const isClustered = figure.units !== figure.denominator || rest.figure.units !== rest.figure.denominator;
  return isClustered ? `${counted} in ${sideUnits(grounds)}` : counted;
}

/** "312 and 500 episodes" */
export function sideUnits({finding, figure, rest}: ComparisonGrounds): string {
  return `${formatCount(figure.units ?? 0)} and ${unitsOf(finding, rest.figure)}`;
}

/** "78.2% and 80.1% measured"; empty where no score is needed or one share is not known. */
export function sideMeasured({finding: {measured}, evidence, rest}: ComparisonGrounds): string {
  if (measured === null || evidence.share_measured === null || rest.share_measured === null) return "";
  const shares = [evidence.share_measured, rest.share_measured].map((share) => formatNumber(share, "share"));
  const words = `${shares.join(" and ")} measured`;
  return measured.otherwise === "left_out" ? words : `${words}, the rest counted against it`;
}

function beside(one: Figure, other: Figure, words: (figure: Figure) => string): string {
  return `${words(one)} ${one.where} and ${words(other)} ${other.where}`;
}

function casesOf({numerator, denominator}: Figure): string {
  return numerator === null || denominator === null ? "" : `${formatCount(numerator)} of ${formatCount(denominator)}`;
}
