import {mkdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {argv} from "node:process";
import {sharedFiles, writtenPages} from "../../src/dashboard/pages/site.ts";

/**
 * Run as a program, `write_pages.ts PUBLISHED FOLDER [PREVIOUS]`: the body of every page of the site below the folder, as HTML, and below
 * `files` what pages let their readers download. One process reads the published files
 * once for all pages; a loader of the Framework for each would read them, and start, as often as there are pages.
 */
const [published, folder, previous] = argv.slice(2);
if (published === undefined || folder === undefined)
  throw new Error("expected write_pages.ts PUBLISHED FOLDER [PREVIOUS]");

for await (const {path, page} of writtenPages(published, previous)) {
  await write(`${path}.body`, page.body.text);
  for (const file of page.body.files) await write(file.path, file.content);
}
await Promise.all(sharedFiles(published).map(({path, content}) => write(path, content)));

async function write(path: string, content: string): Promise<void> {
  const file = join(folder as string, path);
  await mkdir(dirname(file), {recursive: true});
  await writeFile(file, content);
}
