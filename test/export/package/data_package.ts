import {z} from "zod";

/** What the profiles of the Data Package standard, version 2.0, ask of a descriptor, as far as an export says anything. */

const path = z.string().regex(/^(?=[^./~])(?!file:)((?!\/\.\.\/)(?!\\)(?!:\/\/).)*$/);

const unique = <Item>(items: readonly Item[]) => new Set(items).size === items.length;

const missingValues = z.array(z.string()).refine(unique);

const constraints = z.strictObject({required: z.boolean().optional(), unique: z.boolean().optional()});

const described = {
  name: z.string(),
  title: z.string(),
  description: z.string(),
  constraints: constraints.optional(),
  categoriesOrdered: z.boolean().optional(),
  // the standard allows other properties; these are ours
  unit: z.string().optional(),
  missing_reason: z.string().optional(),
  source: z.string(),
  sensitivity: z.enum(["key", "quasi_identifier", "sensitive", "none"])
};

function categories(value: z.ZodType<string | number>) {
  return z
    .array(z.strictObject({value, label: z.string()}))
    .refine((list) => unique(list.map((category) => category.value)))
    .refine((list) => unique(list.map(({label}) => label)))
    .optional();
}

const field = z
  .discriminatedUnion("type", [
    z.strictObject({...described, type: z.literal("string"), categories: categories(z.string())}),
    z.strictObject({...described, type: z.literal("integer"), categories: categories(z.int())}),
    z.strictObject({...described, type: z.literal("number"), categories: z.undefined().optional()})
  ])
  .refine(({categories: list, categoriesOrdered}) => (list === undefined) === (categoriesOrdered === undefined));

const schema = z
  .strictObject({
    $schema: z.literal("https://datapackage.org/profiles/2.0/tableschema.json"),
    fields: z
      .array(field)
      .min(1)
      .refine((fields) => unique(fields.map(({name}) => name))),
    missingValues,
    primaryKey: z.array(z.string()).min(1).optional(),
    foreignKeys: z
      .array(
        z.strictObject({
          fields: z.array(z.string()).min(1),
          reference: z.strictObject({resource: z.string().min(1), fields: z.array(z.string()).min(1)})
        })
      )
      .min(1)
      .optional()
  })
  .refine(({fields, primaryKey = [], foreignKeys = []}) => {
    const names = new Set(fields.map(({name}) => name));
    return [...primaryKey, ...foreignKeys.flatMap((key) => key.fields)].every((name) => names.has(name));
  });

const resource = z.strictObject({
  name: z.string().regex(/^[a-z0-9._-]+$/),
  type: z.literal("table"),
  path,
  description: z.string(),
  format: z.enum(["csv", "parquet"]),
  mediatype: z.string().regex(/^(.+)\/(.+)$/),
  encoding: z.literal("utf-8").optional(),
  dialect: z
    .strictObject({
      $schema: z.literal("https://datapackage.org/profiles/2.0/tabledialect.json"),
      header: z.boolean(),
      delimiter: z.string(),
      lineTerminator: z.string()
    })
    .optional(),
  bytes: z.int(),
  hash: z.string().regex(/^[^:]+:[a-f0-9]+$/),
  schema
});

export const dataPackage = z
  .strictObject({
    $schema: z.literal("https://datapackage.org/profiles/2.0/datapackage.json"),
    name: z.string().regex(/^[a-z0-9._-]+$/),
    title: z.string(),
    description: z.string(),
    licenses: z.array(z.strictObject({path, title: z.string()})).min(1),
    as_of: z.iso.date(),
    code_version: z.string(),
    definition_hash: z.string(),
    synthetic: z.boolean(),
    resources: z
      .array(resource)
      .min(1)
      .refine((resources) => unique(resources.map(({name}) => name)))
  })
  .refine(({resources}) =>
    resources.every(({schema: {foreignKeys = []}}) =>
      foreignKeys.every(({fields, reference}) => {
        const target = resources.find(({name}) => name === reference.resource);
        const names = target?.schema.fields.map(({name}) => name) ?? [];
        return fields.length === reference.fields.length && reference.fields.every((name) => names.includes(name));
      })
    )
  );

export type Resource = z.infer<typeof resource>;
type PackageField = Resource["schema"]["fields"][number];

/** Cells of a CSV file that are not what the schema of their field allows, as "row n: field". */
export function wrongCells({schema: {fields, missingValues: missing}}: Resource, rows: readonly string[][]): string[] {
  const isWrong = (cell: string, of: PackageField) =>
    missing.includes(cell) ? of.constraints?.required === true : !conforms(cell, of);
  return rows.flatMap((row, place) =>
    fields.flatMap((of, column) => (isWrong(row[column] ?? "no cell", of) ? [`row ${place + 1}: ${of.name}`] : []))
  );
}

function conforms(cell: string, {type, categories: list}: PackageField): boolean {
  const isLexical = type === "string" || (type === "integer" ? /^-?\d+$/ : /^-?\d+(\.\d+)?(E[+-]?\d+)?$/).test(cell);
  const value = type === "string" ? cell : Number(cell);
  return isLexical && (list === undefined || list.some((category) => category.value === value));
}
