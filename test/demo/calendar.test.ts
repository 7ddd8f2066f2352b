import {describe, expect, it} from "vitest";
import {dayOf, firstOfMonth, isHoliday, isoOf, weekdayOf} from "../../src/demo/calendar.ts";

/** A day as JavaScript's own calendar has it. */
function reference(day: number): {iso: string; weekday: number} {
  const date = new Date(day * 86400000);
  return {iso: date.toISOString().slice(0, 10), weekday: date.getUTCDay()};
}

describe("the calendar", () => {
  it("names every day from 1900 to 2100 as JavaScript's does, and back", () => {
    for (let day = dayOf("1900-01-01"); day <= dayOf("2100-12-31"); day += 1) {
      const {iso, weekday} = reference(day);
      if (isoOf(day) !== iso || dayOf(iso) !== day || weekdayOf(day) !== weekday) expect(isoOf(day)).toBe(iso);
    }
    expect(dayOf("1970-01-01")).toBe(0);
  });

  it("finds the first of a month across years", () => {
    expect(isoOf(firstOfMonth("2024-04", -4))).toBe("2023-12-01");
    expect(isoOf(firstOfMonth("2024-04", 9))).toBe("2025-01-01");
    expect(isoOf(firstOfMonth("2024-04", 8) - 1)).toBe("2024-11-30");
  });

  it("closes the clinics on the federal holidays of 2025 and from 24 December to 1 January", () => {
    const days = Array.from({length: 365}, (_, index) => dayOf("2025-01-01") + index);
    expect(days.filter(isHoliday).map(isoOf)).toEqual([
      "2025-01-01",
      "2025-01-20",
      "2025-02-17",
      "2025-05-26",
      "2025-06-19",
      "2025-07-04",
      "2025-09-01",
      "2025-10-13",
      "2025-11-11",
      "2025-11-27",
      "2025-12-24",
      "2025-12-25",
      "2025-12-26",
      "2025-12-27",
      "2025-12-28",
      "2025-12-29",
      "2025-12-30",
      "2025-12-31"
    ]);
  });
});
