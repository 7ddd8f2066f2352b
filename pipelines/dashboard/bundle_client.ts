import {basename, join} from "node:path";
import {build} from "esbuild";

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
    // settings of the project are for checking types, not for what is made
    tsconfigRaw: {},
    ...{metafile: true, logLevel: "silent"}
  });
  const [file] = Object.entries(metafile.outputs).find(([, {entryPoint}]) => entryPoint === entry) ?? [];
  if (file === undefined) throw new Error(`dashboard: ${entry} was not bundled`);
  return `_client/${basename(file)}`;
}
