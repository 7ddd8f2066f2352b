import {hidden} from "../../src/disclosure/primary.ts";
import {profiles} from "../../src/disclosure/profile.ts";
import {measures} from "../../src/measures/index.ts";
import {type Candidate, chooseCandidates, type Shows} from "../../src/publish/candidates.ts";
import type {Program} from "../../src/publish/programs.ts";
import type {Result} from "../../src/publish/result.ts";
import {resultCandidates, resultKey} from "../../src/publish/result_candidates.ts";

/** Shows every row: for tests of what a row says where it may be shown. */
export const showsAll: Shows = () => true;

/** Which of some rows may stand beside each other, profile cms11. */
export function showsOf(candidates: readonly Candidate[], programs: readonly Program[] = []): Shows {
  return chooseCandidates(candidates, programs, profiles.cms11).shows;
}

/** Results as a release of nothing else would show them. */
export function protectResults(results: readonly Result[], programs: readonly Program[] = []): Result[] {
  const shows = showsOf(resultCandidates(results, measures, profiles.cms11), programs);
  return results.map((result) => (shows(resultKey(result)) ? result : hidden(result)));
}
