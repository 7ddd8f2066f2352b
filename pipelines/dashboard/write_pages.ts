import {mkdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {argv} from "node:process";
import {frameworkPage} from "../../src/dashboard/page.ts";
import {sitePages} from "../../src/dashboard/pages/site.ts";

/**
 * Run as a program, `write_pages.ts PUBLISHED FOLDER [PREVIOUS]`: every page of the site as Markdown below the folder, with what the
 * Framework need not read beside it. One process reads the published files once for all pages; a loader of the Framework for
 * each would read them, and start, as often as there are pages.
 */
const [published, folder, previous] = argv.slice(2);
if (published === undefined || folder === undefined)
  throw new Error("expected write_pages.ts PUBLISHED FOLDER [PREVIOUS]");

for await (const {path, page} of sitePages(published, previous)) {
  const {markdown, parts} = frameworkPage(page);
  const file = join(folder, path);
  await mkdir(dirname(file), {recursive: true});
  await writeFile(`${file}.md`, markdown);
  await writeFile(`${file}.parts.json`, JSON.stringify(parts));
}
