import {UserError} from "../errors.ts";
import {type Changes, compareReleases} from "./compare_releases.ts";
import {isRelease, readPublishedRelease} from "./read_release.ts";

/** What moved in a release since an earlier one; null where that is not there, is the same, or is of a version that cannot be read. */
export function changesSince(previous: string, current: string): Changes | null {
  if (!isRelease(previous)) return null;
  try {
    const changes = compareReleases(readPublishedRelease(previous), readPublishedRelease(current));
    return changes.before.release === changes.after.release ? null : changes;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
