import {existsSync} from "node:fs";
import {mkdir, rename, writeFile} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {sitePages} from "../../src/dashboard/addresses.ts";
import {readCatalogue, readRelease, readTable} from "../../src/dashboard/read_published.ts";
import {UserError} from "../../src/errors.ts";
import {dressSite} from "../dashboard/dress.ts";
import {runFramework, writePages} from "../dashboard/framework.ts";
import {postBuild} from "../dashboard/post_build.ts";
import {singleFile} from "../dashboard/single_file.ts";
import {swap} from "../dashboard/swap.ts";
import {type ExpectedNumber, verifySite} from "../dashboard/verify.ts";
import {closeWorkshop, openWorkshop, writeFrames} from "../dashboard/workshop.ts";

/** What was built: the pages of the site and, where it was asked for, the same in one file. */
export interface Built {
  pages: number;
  single_file: SingleFile | null;
}

export interface SingleFile {
  path: string;
  bytes: number;
}

/**
 * Builds the static site that shows one folder of published files, and puts it at `output` when every page of it is right, with
 * `single_file` also as one document at `output`.html; until then what stands there stays. Asks nothing of the network and never
 * shows numbers of an earlier build.
 */
export async function buildDashboard(options: {
  published: string;
  output: string;
  root: string;
  single_file?: boolean;
  log: (line: string) => void;
}): Promise<Built> {
  const root = resolve(options.root);
  const [published, output] = [resolve(root, options.published), resolve(root, options.output)];
  requirePublished(published);
  const workshop = await openWorkshop(root);
  const site = join(root, workshop, "dist");
  try {
    // beside the link to the current release stands one to the release before; there need not be one
    const previous = join(dirname(published), "previous");
    const bodies = join(root, workshop, ".bodies");
    await writeFrames(join(root, workshop), sitePages(readCatalogue(published)));
    // the Framework frames pages while their bodies are written: neither reads what the other writes
    await allOf([
      writePages(root, {published, previous, folder: bodies}),
      runFramework(root, {
        PLUMBLINE_PUBLISHED: published,
        PLUMBLINE_DASHBOARD_ROOT: workshop,
        PLUMBLINE_DASHBOARD_OUTPUT: site
      })
    ]);
    await postBuild(site, bodies, await dressSite(root, site, readRelease(published)));
    const pages = await verified(site, published);
    const document = options.single_file === true ? await singleFile(root, site) : null;
    await mkdir(dirname(output), {recursive: true});
    await swap(site, output);
    options.log(`dashboard: ${pages} pages, without a foreign address or an inline script`);
    return {pages, single_file: document === null ? null : await putBeside(options.output, {root, document})};
  } finally {
    await closeWorkshop(root, workshop);
  }
}

/** By rename: a mailer that picks the file up has the old one or the new, whole. */
async function putBeside(output: string, {root, document}: {root: string; document: string}): Promise<SingleFile> {
  const path = `${output.replace(/[/\\]+$/, "")}.html`;
  const file = resolve(root, path);
  await writeFile(`${file}.arriving`, document);
  await rename(`${file}.arriving`, file);
  return {path, bytes: Buffer.byteLength(document)};
}

/** Waits for all, whatever becomes of one: the folder they work in is taken away afterwards. */
async function allOf(works: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find((one) => one.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}

function requirePublished(published: string): void {
  if (existsSync(join(published, "release.json"))) return;
  throw new UserError("usage", `dashboard: expected a release in ${published}, found none`, {
    hint: "publish first: plumbline run --until publish"
  });
}

async function verified(site: string, published: string): Promise<number> {
  const pages = sitePages(readCatalogue(published)).map(({path}) => `${path.slice(1)}.html`);
  const problems = await verifySite(site, {pages, numbers: headlineNumbers(published)});
  if (problems.length === 0) return pages.length;
  throw new Error(`dashboard: the built site is not fit to show\n${problems.slice(0, 50).join("\n")}`);
}

/** The headline figures as published, for all programs and all time. */
function headlineNumbers(published: string): ExpectedNumber[] {
  const {headline} = readCatalogue(published);
  const rows = readTable(published, "results", ",all,,all,").filter(({breakdown}) => breakdown === "all");
  return rows.flatMap(({measure, value}) =>
    headline.includes(measure) && value !== null ? [{page: "index.html", measure, value}] : []
  );
}
