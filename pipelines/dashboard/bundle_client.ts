import {basename, join} from "node:path";
import type {BuildOptions, Plugin} from "esbuild";

/** What a page starts; it imports the other modules of the browser. */
const entry = "src/dashboard/client/site.ts";

/** What the single file starts. */
const singleEntry = "src/dashboard/client/single_file/start.ts";

/**
 * Bundles the modules for the browser into `_client` of a built site and returns the address of the first of them there. Their names
 * carry their hash; the same sources give the same bytes on every machine.
 */
export async function bundleClient(root: string, site: string): Promise<string> {
  const {build} = await bundler();
  const {metafile} = await build({
    ...bundled(root, entry),
    outdir: join(site, "_client"),
    ...{entryNames: "[name].[hash]", chunkNames: "[name].[hash]"},
    ...{splitting: true, format: "esm", metafile: true},
    plugins: [drawsInBrowser(root), leavesOutMaps]
  });
  const [file] = Object.entries(metafile.outputs).find(([, {entryPoint}]) => entryPoint === entry) ?? [];
  if (file === undefined) throw new Error(`dashboard: ${entry} was not bundled`);
  return `_client/${basename(file)}`;
}

/** The script of the single file: the same modules in one, which read what lies packed beside them. */
export async function bundleSingleFile(root: string): Promise<string> {
  const {build} = await bundler();
  const {outputFiles} = await build({
    ...bundled(root, singleEntry),
    ...{format: "iife", write: false},
    plugins: [drawsInBrowser(root), leavesOutMaps, readsPacked(root)]
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error(`dashboard: ${singleEntry} was not bundled`);
  return script.text;
}

/** Loaded only where something is bundled: it looks at the machine when it is loaded, and every command loads this file. */
function bundler() {
  return import("esbuild");
}

function bundled(root: string, entryPoint: string) {
  return {
    absWorkingDir: root,
    entryPoints: [entryPoint],
    ...{bundle: true, platform: "browser", target: "es2022"},
    ...{minify: true, charset: "utf8", legalComments: "none", sourcemap: false},
    // settings of the project are for checking types, not for what is made; names are those of the folder wherever packages lie
    ...{tsconfigRaw: {}, preserveSymlinks: true},
    logLevel: "silent"
  } satisfies BuildOptions;
}

/** Pages draw charts by one function; in the browser it is one that needs no compiler. */
function drawsInBrowser(root: string): Plugin {
  return standsFor("draws-in-browser", /charts\/draw\.ts$/, join(root, "src/dashboard/client/draw.ts"));
}

/** A file that is opened from a disk may not ask for others. */
function readsPacked(root: string): Plugin {
  return standsFor("reads-packed", /\/site_files\.ts$/, join(root, "src/dashboard/client/single_file/site_files.ts"));
}

function standsFor(name: string, filter: RegExp, path: string): Plugin {
  return {name, setup: ({onResolve}) => onResolve({filter}, () => ({path}))};
}

/** Maps come with the expressions of Vega; no chart has one. */
const leavesOutMaps: Plugin = {
  name: "leaves-out-maps",
  setup({onResolve, onLoad}) {
    const unused = /^(?:d3-geo|topojson-client)$/;
    onResolve({filter: unused}, ({path}) => ({path, namespace: "unused"}));
    onLoad({filter: /./, namespace: "unused"}, () => ({contents: "module.exports = {};"}));
  }
};
