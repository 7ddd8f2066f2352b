import {basename, join} from "node:path";
import {build, type Plugin} from "esbuild";

/** What a page starts; it imports the other modules of the browser. */
const entry = "src/dashboard/client/site.ts";

/**
 * Bundles the modules for the browser into `_client` of a built site and returns the address of the first of them there. Their names
 * carry their hash; the same sources give the same bytes on every machine.
 */
export async function bundleClient(root: string, site: string): Promise<string> {
  const {metafile} = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: join(site, "_client"),
    ...{entryNames: "[name].[hash]", chunkNames: "[name].[hash]"},
    ...{bundle: true, splitting: true, format: "esm", platform: "browser", target: "es2022"},
    ...{minify: true, charset: "utf8", legalComments: "none", sourcemap: false},
    plugins: [drawsInBrowser(root), leavesOutMaps],
    // settings of the project are for checking types, not for what is made; names are those of the folder wherever packages lie
    ...{tsconfigRaw: {}, preserveSymlinks: true},
    ...{metafile: true, logLevel: "silent"}
  });
  const [file] = Object.entries(metafile.outputs).find(([, {entryPoint}]) => entryPoint === entry) ?? [];
  if (file === undefined) throw new Error(`dashboard: ${entry} was not bundled`);
  return `_client/${basename(file)}`;
}

/** Pages draw charts by one function; in the browser it is one that needs no compiler. */
function drawsInBrowser(root: string): Plugin {
  return {
    name: "draws-in-browser",
    setup({onResolve}) {
      onResolve({filter: /charts\/draw\.ts$/}, () => ({path: join(root, "src/dashboard/client/draw.ts")}));
    }
  };
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
