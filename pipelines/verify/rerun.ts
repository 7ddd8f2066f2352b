import {existsSync} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {profiles} from "../../src/disclosure/profile.ts";
import type {Difference} from "../../src/ledger/read_ledger.ts";
import {type Settings, settingsSchema} from "../../src/settings.ts";
import type {Invocation} from "../commands/command.ts";
import {project} from "../project.ts";
import {openConfigured} from "../steps/context.ts";
import {compareFigures} from "./compare_figures.ts";
import {causeDifference, filesDifference} from "./compare_releases.ts";
import {counted, type Finding} from "./finding.ts";
import {type Manifest, readManifest} from "./manifest.ts";
import {countAgain, hasEarlierReleases, publishAgain} from "./publish_again.ts";

/** Whether there is a warehouse that a release could be made from again. */
export function hasWarehouse({databaseUrl, paths}: Invocation): boolean {
  return databaseUrl !== null || existsSync(join(paths.warehouse, "database"));
}

/**
 * Makes a release again from what the warehouse knew on its date, with the settings in its manifest, in a folder of its own
 * and the schemas that --as-known-on uses, and says the first thing in which it differs from what was published.
 */
export async function rerun(folder: string, manifest: Manifest, invocation: Invocation): Promise<Finding> {
  const finding = {what: "re-run", subject: manifest.release} as const;
  const settings = settingsSchema.safeParse(manifest.settings);
  if (!settings.success) {
    const place = `release.json, settings, ${settings.error.issues[0]?.path.join(".") ?? ""}`;
    const difference = {place, expected: `a setting of version ${project.version}`, found: "another"};
    return {...finding, found: "", notes: versionNote(manifest), difference};
  }
  const out = await mkdtemp(join(tmpdir(), "plumbline-verify-"));
  const warehouse = await openConfigured(invocation);
  try {
    const compared = await invocation.onInterrupt(
      () => compare(warehouse, {...invocation, settings: settings.data}, {folder, manifest, out}),
      () => warehouse.cancel()
    );
    return {...finding, ...compared, notes: [...versionNote(manifest), ...compared.notes]};
  } finally {
    await warehouse.close().catch(() => undefined);
    await rm(out, {recursive: true, force: true});
  }
}

interface Compared {
  readonly found: string;
  readonly difference: Difference | null;
  readonly notes: readonly string[];
}

async function compare(
  warehouse: Warehouse,
  invocation: Invocation & {readonly settings: Settings},
  {folder, manifest, out}: {readonly folder: string; readonly manifest: Manifest; readonly out: string}
): Promise<Compared> {
  const again = await publishAgain(warehouse, invocation, manifest, out);
  const made = await readManifest(again);
  if (made === null) throw new Error("a release was made that verify cannot read");
  const cause = causeDifference(manifest, made.manifest);
  if (cause !== null) return {found: "", difference: cause, notes: []};
  const difference = await filesDifference({folder, manifest}, {folder: again, manifest: made.manifest});
  if (difference !== null && (await hasEarlierReleases(warehouse, manifest)))
    return isRounded(invocation.settings)
      ? {found: "what went in is the same", difference: null, notes: [roundedNote]}
      : compareOnlyFigures(folder, manifest, await countAgain(warehouse, invocation, manifest));
  const found = `${counted(manifest.outputs.length, "file")} made again, with the same in them`;
  return {found, difference, notes: dayNote(manifest, made.manifest)};
}

const roundedNote =
  "rounded counts stay as they were told until enough people come or go: they hang on the releases before it, and are not compared";

function isRounded({disclosure_profile}: Settings): boolean {
  return profiles[disclosure_profile].base > 1;
}

/** What may be shown beside earlier releases hangs on these, which are not made again: only its figures can be compared. */
async function compareOnlyFigures(
  folder: string,
  {as_of}: Manifest,
  again: Parameters<typeof compareFigures>[2]
): Promise<Compared> {
  const {told, held, not_here, hidden, difference} = await compareFigures(folder, as_of, again);
  const figures = counted(told, "figure");
  return {
    found: `${figures} counted again and the same, ${held} held since an earlier release and the same there`,
    difference,
    notes: [
      `what is shown hangs on the releases before it, so that ${counted(hidden, "hidden row")} and the other files are not compared`,
      ...(not_here === 0 ? [] : [`of ${counted(not_here, "held figure")} no release of their date is here`])
    ]
  };
}

/** The name is a hash of everything: where only the name differs, so does what is not compared. */
function dayNote(published: Manifest, again: Manifest): string[] {
  if (published.release === again.release) return [];
  return ["which deliveries were refused, and what was registered before, belong to the day of the run: not compared"];
}

function versionNote({code_version}: Manifest): string[] {
  if (code_version === project.version) return [];
  return [`published by version ${code_version}, made again by ${project.version}: figures may differ for that`];
}
