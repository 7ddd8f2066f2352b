import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {parse} from "yaml";
import {z} from "zod";
import {UserError} from "../errors.ts";

const schema = z.strictObject({
  valid_from: z.iso.date(),
  census: z.int(),
  source: z.string().min(1),
  restricted: z.array(z.string().regex(/^\d{3}$/, "expected three digits in quotes")).min(1)
});

export type RestrictedZip3 = z.output<typeof schema>;

/**
 * The newest table of a folder's zip3*.yaml that was valid on a date: first digits of postal codes that must not be told. Throws a
 * UserError of kind "usage" where a table is not of the form, or none was valid: then no such digits may leave at all.
 */
export async function readRestrictedZip3(folder: string, on: string): Promise<RestrictedZip3> {
  const names = (await readdir(folder)).filter((name) => /^zip3\w*\.yaml$/.test(name)).sort();
  const tables = await Promise.all(names.map((name) => readTable(folder, name)));
  const [newest] = tables
    .filter(({valid_from}) => valid_from <= on)
    .sort((a, b) => (a.valid_from < b.valid_from ? 1 : -1));
  if (newest !== undefined) return newest;
  throw new UserError("usage", `${folder}: expected a zip3*.yaml that was valid on ${on}, found none`, {
    hint: "Plumbline comes with data/reference/zip3_2000.yaml"
  });
}

async function readTable(folder: string, name: string): Promise<RestrictedZip3> {
  const parsed = schema.safeParse(parse(await readFile(join(folder, name), "utf8")));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UserError("usage", `${name}: ${issue?.path.join(", ")}: ${issue?.message}`, {
    hint: "it holds valid_from, census, source and restricted, a list of three digits each in quotes"
  });
}
