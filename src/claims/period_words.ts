const months = "January February March April May June July August September October November December".split(" ");

/** A published period in words: "2026-Q1" is "2026 Q1", "2026-03" is "March 2026", all time is empty. */
export function periodWords(period: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  return month === null ? period.replace("-", " ") : `${months[Number(month[2]) - 1]} ${month[1]}`;
}
