import {readdir, readFile, realpath} from "node:fs/promises";
import {basename, join} from "node:path";
import {parse} from "csv-parse/sync";
import {sha256} from "../../src/ledger/canonical.ts";
import type {Difference} from "../../src/ledger/read_ledger.ts";
import {releaseName} from "../../src/publish/write_release.ts";
import {counted, type Finding} from "./finding.ts";
import {type Manifest, readManifest} from "./manifest.ts";

/** The files of a release against its manifest, and its name against the hash of that. */
export async function verifyRelease(given: string): Promise<Finding> {
  const folder = await realpath(given);
  const read = await readManifest(folder);
  const difference =
    read === null
      ? {place: "release.json", expected: "the manifest of a release", found: "other text"}
      : (manifestDifference(read.manifest, read.text, basename(folder)) ??
        (await filesDifference(folder, read.manifest)) ??
        (await strangeFile(folder, read.manifest)));
  const files = read?.manifest.outputs.length ?? 0;
  const rows = read?.manifest.outputs.reduce((sum, output) => sum + (output.rows ?? 0), 0) ?? 0;
  return {
    what: "release",
    subject: folder,
    found: `${counted(files, "file")} with ${counted(rows, "row")}, as they were published`,
    difference,
    notes: []
  };
}

function manifestDifference(manifest: Manifest, text: string, folder: string): Difference | null {
  const place = "release.json";
  if (text !== `${JSON.stringify(manifest, null, 2)}\n`)
    return {place, expected: "the text that was written", found: "the same in another form"};
  const {release, ...rest} = manifest;
  const name = releaseName(manifest.as_of, rest);
  if (release !== name) return {place, expected: `what ${release} says`, found: `what would be named ${name}`};
  return folder === release ? null : {place: folder, expected: `a folder named ${release}`, found: folder};
}

async function filesDifference(folder: string, {outputs}: Manifest): Promise<Difference | null> {
  for (const {file, sha256: hash, bytes, rows} of outputs) {
    const content = await readFile(join(folder, file)).catch(() => null);
    if (content === null) return {place: file, expected: `a file of ${bytes} bytes`, found: "none that can be read"};
    if (content.length !== bytes) return {place: file, expected: `${bytes} bytes`, found: `${content.length}`};
    if (sha256(content) !== hash) return {place: file, expected: "the bytes that were published", found: "others"};
    const found = file.endsWith(".csv") ? parse(content).length - 1 : rows;
    if (found !== rows) return {place: file, expected: `${rows} rows`, found: `${found}`};
  }
  return null;
}

async function strangeFile(folder: string, {outputs}: Manifest): Promise<Difference | null> {
  const known = new Set(["release.json", ...outputs.map(({file}) => file)]);
  const strange = (await readdir(folder)).sort().find((name) => !known.has(name));
  return strange === undefined ? null : {place: strange, expected: "no such file in the release", found: "one"};
}
