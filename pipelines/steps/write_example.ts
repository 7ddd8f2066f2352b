import {mkdir, readdir, readFile, rename, rm, stat, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {stringify} from "yaml";
import type {DemoDelivery} from "../../src/demo/deliveries.ts";
import {exampleOrganisation} from "../../src/demo/example.ts";
import {type LargeOptions, largeOrganisation} from "../../src/demo/large.ts";
import type {DemoOptions} from "../../src/demo/options.ts";
import {UserError} from "../../src/errors.ts";

/** The settings of the example organisation, beside its deliveries. */
export const exampleConfig = "plumbline.yaml";

const aboutSettings = `# SYNTHETIC: the settings of the example organisation, all made up. plumbline demo writes this file and goes by it, but for
# settings of your own. docs/plumbline.example.yaml says what each means.
`;

export interface WrittenExample {
  readonly deliveries: number;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes the example organisation: `deliveries/<folder>/…`, `answer_sheet.json` and the settings `plumbline.yaml` in the directory.
 * What an earlier run wrote is replaced as a whole; a folder `deliveries` that no such run wrote is left alone with a UserError of kind "usage".
 */
export async function writeExample(directory: string, options: Partial<DemoOptions> = {}): Promise<WrittenExample> {
  const {deliveries, answer_sheet, settings} = exampleOrganisation(options);
  const written = await replaceExample(directory, deliveries, answer_sheet);
  await replaceFile(join(directory, exampleConfig), `${aboutSettings}\n${stringify(settings, {lineWidth: 0})}`);
  return written;
}

/** Writes a large organisation for benchmarks in the same way; its answer sheet holds nothing but the label and the options. */
export async function writeLargeExample(
  directory: string,
  options: Partial<LargeOptions> = {}
): Promise<WrittenExample> {
  const label = "SYNTHETIC: every person, key and value is made up; no real program is described";
  return replaceExample(directory, largeOrganisation(options), {label, options});
}

async function replaceExample(
  directory: string,
  deliveries: readonly DemoDelivery[],
  answerSheet: object
): Promise<WrittenExample> {
  const place = join(directory, "deliveries");
  const sheet = join(directory, "answer_sheet.json");
  await requireOurs(place, sheet);
  const [fresh, old] = [join(directory, ".deliveries-new"), join(directory, ".deliveries-old")];
  await clear(fresh, old);
  const written = await writeDeliveries(fresh, deliveries);
  await replaceFile(sheet, `${JSON.stringify(answerSheet, null, 2)}\n`);
  if (await exists(place)) await rename(place, old);
  await rename(fresh, place);
  await clear(old);
  return written;
}

async function replaceFile(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

async function writeDeliveries(place: string, deliveries: readonly DemoDelivery[]): Promise<WrittenExample> {
  let [files, bytes] = [0, 0];
  await mkdir(place, {recursive: true});
  for (const delivery of deliveries) {
    await mkdir(join(place, delivery.folder));
    for (const {name, chunks} of delivery.files) {
      const path = join(place, delivery.folder, name);
      await writeFile(path, chunks);
      files += 1;
      bytes += (await stat(path)).size;
    }
  }
  return {deliveries: deliveries.length, files, bytes};
}

/** Someone's real deliveries must never be taken for an old example. */
async function requireOurs(place: string, sheet: string): Promise<void> {
  if (!(await exists(place)) || (await readdir(place)).length === 0) return;
  const text = (await exists(sheet)) ? await readFile(sheet, "utf8") : "";
  if (text.slice(0, 100).includes('"label": "SYNTHETIC')) return;
  throw new UserError("usage", `${place}: expected an earlier example or nothing, found other files`, {
    hint: "choose another directory for the example"
  });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  );
}

async function clear(...paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, {recursive: true, force: true});
}
