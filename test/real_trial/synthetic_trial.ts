/**
 * A raw file of the real one's shape, all of it made up: two arms, months 0 to 12 and 18, people who leave, months that are
 * missing, totals imputed beyond whole numbers and below 0, and rows that say nothing.
 */
export function syntheticTrial({seed, patients}: {seed: number; patients: number}): string {
  const random = generator(seed);
  const lines = Array.from({length: patients}, (_, index) => patientLines(String(70001 + index), random)).flat();
  return `patient,month,grp,female,age_years,phq9\n${lines.join("\n")}\n`;
}

type Random = () => number;

function patientLines(patient: string, random: Random): string[] {
  const arm = random() < 0.6 ? "RO-DBT" : "TAU";
  const about = `${arm},${random() < 0.7 ? 1 : 0},${random() < 0.05 ? "NA" : 20 + Math.floor(50 * random())}`;
  const start = 6 + 21 * random();
  const fall = (arm === "TAU" ? 0.2 : 0.5) * random() * start;
  const leavesAfter = random() < 0.25 ? Math.floor(12 * random()) : 18;
  const months = [...Array.from({length: 13}, (_, month) => month), 18].filter((month) => month <= leavesAfter);
  const scored = months
    .filter(() => random() < 0.85)
    .map((month) => `${patient},${month},${about},${total(start - (fall * month) / 6 + 6 * (random() - 0.5), random)}`);
  return [...scored, `${patient},Post-Rx,${about},NaN`];
}

/** Mostly whole and in range; now and then imputed, missing, or impossible. */
function total(score: number, random: Random): string {
  const kind = random();
  if (kind < 0.04) return String(score + 0.123456789);
  if (kind < 0.05) return "-0.25";
  if (kind < 0.06) return "28";
  if (kind < 0.08) return "NA";
  return String(Math.min(27, Math.max(0, Math.round(score))));
}

/** Lehmer's generator with Park and Miller's constants: the same numbers everywhere. */
function generator(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
