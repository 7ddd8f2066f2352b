import type {Changes} from "./compare_releases.ts";
import type {Apart} from "./move.ts";

/** Why two figures are not subtracted, in words. */
export const apartWords: Readonly<Record<Apart, string>> = {
  new: "not in the earlier release",
  gone: "not in this release",
  not_told_before: "not told in the earlier release",
  not_told_now: "told then, not told now",
  not_told: "told in neither release",
  definition: "counted by another version of its definition, so not subtracted",
  unit: "in another unit, so not subtracted"
};

/** What moved, in sentences; each count is of rows that both releases published. */
export function summaryOf(changes: Changes): string[] {
  const {figures, past, programs} = changes;
  const differing = figures.filter(({difference}) => difference !== null && difference !== 0).length;
  const same = figures.filter(({difference}) => difference === 0).length;
  const apart = figures.length - differing - same;
  const total = past.everyone.reduce((sum, {told}) => sum + told, 0);
  return [
    `Of ${count(figures.length, "figure")} for everyone over all time, ${differing} ${are(differing)} another number now, ${same} ${are(same)} the same, and ${apart} cannot be subtracted.`,
    `Of ${count(total, "figure")} for everyone that ${were(total)} told for quarters closed in both, ${past.moved.length} ${are(past.moved.length)} told otherwise now.`,
    ...(programs.length === 0
      ? []
      : [`${count(programs.length, "figure")} of programs moved from shown to hidden, or back.`])
  ];
}

/** What may explain that a number moved which was reported before: all that is known to differ between the two releases. */
export function causesOf(changes: Changes): string[] {
  const {definitions, settings, deliveries, before, after} = changes;
  const {added, changed, gone, refused} = deliveries;
  const labels = definitions.changed.map(({label}) => label).join(", ");
  const all: [boolean, string][] = [
    [
      added.length > 0,
      `${count(added.length, "delivery", "deliveries")} more: rows that came late, or correct earlier ones`
    ],
    [changed.length > 0, `${count(changed.length, "delivery", "deliveries")} with other files`],
    [gone.length > 0, `${count(gone.length, "delivery", "deliveries")} fewer`],
    [refused.length > 0, `${count(refused.length, "delivery", "deliveries")} more refused`],
    [labels !== "", `another definition: ${labels}`],
    [settings.length > 0, `other settings: ${settings.map(({name}) => name).join(", ")}`],
    [
      before.code_version !== after.code_version,
      `another version of Plumbline: ${before.code_version}, then ${after.code_version}`
    ],
    [before.known_on !== after.known_on, "what was known on another day"]
  ];
  return all.flatMap(([is, words]) => (is ? [words] : []));
}

/** "1 figure", "1,240 figures". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`;
}

function are(n: number): string {
  return n === 1 ? "is" : "are";
}

function were(n: number): string {
  return n === 1 ? "was" : "were";
}
