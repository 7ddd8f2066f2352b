import {readdirSync} from "node:fs";
import {basename, dirname, join, resolve} from "node:path";
import {UserError} from "../../src/errors.ts";
import {isRelease} from "../../src/releases/read_release.ts";

/** Words that name a release by the link to it. */
const links = ["current", "previous"];

/** The folder of a release: one of the words, the name of one below `out`/releases, or a path to it or to its release.json. */
export function findRelease(word: string, out: string): string {
  const path = basename(word) === "release.json" ? dirname(resolve(word)) : resolve(word);
  const places = links.includes(word) ? [join(out, word)] : [join(out, "releases", word), path];
  const found = places.find(isRelease);
  if (found !== undefined) return found;
  throw new UserError("usage", `${word}: expected a release, found none${links.includes(word) ? ` in ${out}` : ""}`, {
    hint: hintFor(out)
  });
}

const named = 5;

function hintFor(out: string): string {
  const names = releasesIn(out);
  const newest = names.slice(-named).join(", ");
  if (names.length === 0)
    return `there is no release in ${join(out, "releases")}; publish first: plumbline run --until publish`;
  return `current, previous, a folder, or one of these names: ${newest}${names.length > named ? " and older ones" : ""}`;
}

function releasesIn(out: string): string[] {
  const folder = join(out, "releases");
  try {
    return readdirSync(folder)
      .filter((name) => isRelease(join(folder, name)))
      .sort();
  } catch {
    return [];
  }
}
