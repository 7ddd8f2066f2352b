/** Where a group is, in words for the middle of a sentence: "at North IOP", "in the group (payer: Medicaid)"; empty for all. */
export function whereOf(breakdown: string, breakdownLabel: string, groupLabel: string): string {
  if (breakdown === "all") return "";
  if (breakdown === "program" || breakdown === "site") return `at ${groupLabel}`;
  return `in the group (${breakdownLabel.charAt(0).toLowerCase()}${breakdownLabel.slice(1)}: ${groupLabel})`;
}

/** Where the rest is, with which such a group is compared. */
export function elsewhere(breakdown: string): string {
  return breakdown === "program" || breakdown === "site" ? `at the other ${breakdown}s` : "in all other groups";
}
