import type {SessionCount, SessionRatio} from "../measures/measure.ts";
import {addDays, daysBetween} from "./dates.ts";
import {spoken} from "./evidence.ts";
import type {Facts, Row, Session} from "./facts.ts";
import {scoreOf} from "./picks.ts";
import type {Portion, RatioVerdict} from "./verdict.ts";

/** How the sessions, or the weeks, of an episode count in a ratio of totals. */
export function judgeRatio(measure: SessionRatio, facts: Facts): RatioVerdict {
  const {numerator: upper, denominator: lower} = measure;
  const totals = facts.periods.find(({period_type}) => period_type === "all");
  const [numerator, denominator] = [upper, lower].map((column) => Number(totals?.[column] ?? 0)) as [number, number];
  const parts = measure.grain === "week" ? weeksOf(facts) : facts.sessions.map(sessionPart);
  const portions = portionsOf(parts, measure);
  requireSame(measure, portions, {numerator, denominator});
  const months = facts.periods
    .filter((period) => period.period_type === "month" && Number(period[lower]) > 0)
    .map((period) => ({
      month: String(period.period_on).slice(0, 7),
      numerator: Number(period[upper]),
      denominator: Number(period[lower])
    }));
  const counts = denominator > 0 ? "counted" : "neither";
  return {units: measure.grain === "week" ? "weeks" : "sessions", counts, portions, numerator, denominator, months};
}

/** A session or week: the columns that count it, and why. */
interface Part {
  readonly counts: ReadonlySet<SessionCount>;
  readonly because: string;
  readonly rows: readonly Row[];
}

const expected = (attendance: string) => !["program_cancel", "excused"].includes(attendance);

function sessionPart(session: Session): Part {
  const {attendance, is_in_range, is_attended} = session;
  if (!is_in_range) return {counts: new Set(), because: "held on the day after discharge", rows: [session]};
  const counts = new Set<SessionCount>(["sessions"]);
  if (expected(attendance)) counts.add("expected_sessions");
  if (is_attended) counts.add("attended_sessions");
  if (["no_show", "late_cancel"].includes(attendance)) counts.add("missed_sessions");
  if (["client_cancel", "late_cancel"].includes(attendance)) counts.add("client_cancelled_sessions");
  if (attendance === "program_cancel") counts.add("program_cancelled_sessions");
  const tooShort = attendance === "attended" && !is_attended ? ", for less than half of its minutes" : "";
  return {
    counts,
    because: `${attendance === "partial" ? "partly attended" : spoken(attendance)}${tooShort}`,
    rows: [session]
  };
}

/** Weeks of seven days from admission with a treated session; a child under 12 has none that count. */
function weeksOf({sessions, assessments, episode, settings: {prorate}}: Facts): Part[] {
  const byWeek = Map.groupBy(
    sessions.filter(({is_treated}) => is_treated),
    ({day}) => Math.floor(day / 7)
  );
  return [...byWeek].map(([week, [first]]) => {
    const begins = addDays(episode.admitted_on, 7 * week);
    const scored = assessments.find(
      (one) => one.day >= 0 && Math.floor(one.day / 7) === week && scoreOf(one, prorate) !== null
    );
    const rows: Row[] = [first, scored].filter((row) => row !== undefined);
    if (episode.age !== null && episode.age < 12)
      return {counts: new Set(), because: "aged under 12 at admission", rows};
    const counts = new Set<SessionCount>(
      scored === undefined ? ["treated_weeks"] : ["treated_weeks", "measured_weeks"]
    );
    const measured = scored === undefined ? "without a score" : `with a score on ${scored.on}`;
    return {
      counts,
      because: `the week from day ${daysBetween(episode.admitted_on, begins)} (${begins}), treated, ${measured}`,
      rows
    };
  });
}

/** Parts that count alike for the same reason, those of the numerator first. */
function portionsOf(parts: readonly Part[], {numerator, denominator}: SessionRatio): Portion[] {
  const placed = parts.map(({counts, because, rows}) => {
    const place = counts.has(numerator) ? "numerator" : counts.has(denominator) ? "denominator" : "neither";
    return {counts: place, because, rows, key: `${place} ${because}`} as const;
  });
  const alike = [...Map.groupBy(placed, ({key}) => key).values()];
  const portions = alike.map((group) => {
    const {counts, because} = group[0] ?? {counts: "neither" as const, because: ""};
    return {counts, because, n: group.length, rows: group.flatMap(({rows}) => rows)};
  });
  return (["numerator", "denominator", "neither"] as const).flatMap((place) =>
    portions.filter(({counts}) => counts === place)
  );
}

function requireSame(
  {id}: SessionRatio,
  portions: readonly Portion[],
  total: {numerator: number; denominator: number}
): void {
  const sum = (places: readonly string[]) =>
    portions.filter(({counts}) => places.includes(counts)).reduce((n, portion) => n + portion.n, 0);
  if (sum(["numerator"]) === total.numerator && sum(["numerator", "denominator"]) === total.denominator) return;
  throw new Error(`${id}: the rows read for an explanation add up otherwise than session_period`);
}
