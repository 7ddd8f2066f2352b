const decimals: Readonly<Record<string, number>> = {points: 1, sd: 2, days: 1, hours_per_week: 1, attendees: 1};

/** A number without a unit of its own, such as a ratio. */
export function formatNumber(value: number, digits: number): string {
  return fixed(value, digits);
}

/** A difference with its sign: "+4.2" percentage points of a share, "−0.31". */
export function formatDifference(difference: number, unit: string): string {
  const text = formatValue(difference, unit).replace(/%$/, "");
  return difference > 0 && text !== formatValue(0, unit).replace(/%$/, "") ? `+${text}` : text;
}

const unitWords: Readonly<Record<string, string>> = {
  share: "percent",
  points: "points",
  sd: "standard deviations",
  days: "days",
  hours_per_week: "hours a week",
  attendees: "attendees"
};

/** A value as printed: shares as percent with one decimal, effect sizes with two, scores with one, days with one unless whole. */
export function formatValue(value: number, unit: string): string {
  if (unit === "share") return `${fixed(value * 100, 1)}%`;
  const whole = Number.isInteger(value) && (unit === "days" || unit === "attendees");
  return fixed(value, whole ? 0 : (decimals[unit] ?? 2));
}

/** The unit in words: "sd" is "standard deviations". */
export function unitName(unit: string): string {
  return unitWords[unit] ?? unit.replaceAll("_", " ");
}

const unitSigns: Readonly<Record<string, string>> = {share: "", sd: " SD", hours_per_week: " h a week"};

/** What follows a value in a table: " SD", " days"; nothing after a percent. */
export function unitSign(unit: string): string {
  return unitSigns[unit] ?? ` ${unitName(unit)}`;
}

export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

/** "2026-Q1" is "2026 Q1", "2026-03" is "March 2026", nothing is all periods together. */
export function formatPeriod(period: string): string {
  if (period === "") return "all time";
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  if (month === null) return period.replace("-", " ");
  return `${months[Number(month[2]) - 1]} ${month[1]}`;
}

/** The same where there is little room: "2026 Q1", "Mar 2026". */
export function formatPeriodShort(period: string): string {
  return formatPeriod(period).replace(/^([A-Z][a-z]{2})[a-z]+ /, "$1 ");
}

/** " in points", after a measure's name. */
export function unitCaption(unit: string): string {
  return ` in ${unitName(unit)}`;
}

const months = "January February March April May June July August September October November December".split(" ");

/** 0 and 100 print without decimals only when they are exact, so that 0% and 100% mean none and all. */
function fixed(value: number, digits: number): string {
  if (value === 0) return "0";
  const text = Math.abs(value).toFixed(digits);
  const plain = value === 100 ? "100" : text;
  return value < 0 && Number(text) !== 0 ? `−${plain}` : plain;
}
