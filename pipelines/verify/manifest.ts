import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {z} from "zod";

/** What verify needs of release.json; the rest of it is compared, not read. */
const manifestSchema = z.looseObject({
  release: z.string(),
  as_of: z.iso.date(),
  known_on: z.iso.date().nullable(),
  code_version: z.string(),
  settings: z.looseObject({}),
  outputs: z.array(
    z.strictObject({
      file: z.string().regex(/^[\w.-]+$/),
      sha256: z.string(),
      bytes: z.int(),
      rows: z.int().nullable()
    })
  )
});

export type Manifest = z.output<typeof manifestSchema>;

/** release.json of a folder with its text; null where it is none of ours. */
export async function readManifest(folder: string): Promise<{manifest: Manifest; text: string} | null> {
  try {
    const text = await readFile(join(folder, "release.json"), "utf8");
    const manifest = JSON.parse(text);
    // the value as it was read, whose keys stand in their order: the name of the release is a hash of it
    return manifestSchema.safeParse(manifest).success ? {manifest, text} : null;
  } catch {
    return null;
  }
}
