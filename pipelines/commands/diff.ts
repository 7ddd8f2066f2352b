import {UserError} from "../../src/errors.ts";
import {compareReleases} from "../../src/releases/compare_releases.ts";
import {readPublishedRelease} from "../../src/releases/read_release.ts";
import {changesInWords} from "../diff/changes_in_words.ts";
import {findRelease} from "../diff/find_release.ts";
import type {Command} from "./command.ts";

export const diff: Command = {
  name: "diff",
  summary: "what moved from one release to another; each is a folder, a name, or one of the words current and previous",
  usage: "A B [options]",
  takes_words: true,
  run: async ({positionals, paths, json, print}) => {
    const [before, after, ...more] = positionals;
    if (before === undefined || after === undefined || more.length > 0)
      throw new UserError("usage", `plumbline diff: expected two releases, found ${positionals.length}`, {
        hint: "plumbline diff previous current"
      });
    const [old, now] = [before, after].map((word) => readPublishedRelease(findRelease(word, paths.out)));
    if (old === undefined || now === undefined) throw new Error("a release that was found is gone");
    const changes = compareReleases(old, now);
    return print(json ? JSON.stringify(changes) : changesInWords(changes));
  }
};
