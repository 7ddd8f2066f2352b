import {z} from "zod";
import {contracts} from "./contract/index.ts";
import {RefusedDelivery} from "./refusals.ts";

const whole = z.int().min(0);
const fileNames = contracts.map(({file}) => file);

/** Names a folder of the archive and stands in every key of the record, hence the bounds; Postgres takes no NUL. */
const source = z
  .string()
  .min(1)
  .max(100)
  .refine((text) => text.isWellFormed() && !text.includes("\0"));

const deliverySchema = z.strictObject({
  format: z.literal("plumbline-delivery"),
  version: z.literal(1),
  source,
  delivered_on: z.iso.date().refine((date) => !date.startsWith("0000")),
  mode: z.enum(["delta", "full"]),
  sequence: whole.default(0),
  counts: z.partialRecord(z.enum(fileNames), whole).default({})
});

/** What delivery.json says, defaults filled in. */
export type DeliveryHeader = Readonly<z.infer<typeof deliverySchema>>;

const expectations: Readonly<Record<string, string>> = {
  source: "a name of 1 to 100 characters",
  delivered_on: "a date YYYY-MM-DD that exists",
  mode: "delta or full",
  sequence: "a whole number, 0 or more",
  counts: `an object of whole numbers by file (${fileNames.join(", ")})`
};

/** Reads the text of a delivery.json, or throws a RefusedDelivery; place names it in messages. */
export function parseDeliveryJson(text: string, place: string): DeliveryHeader {
  const value = parseObject(text, place);
  for (const field of ["format", "version"] as const) {
    if (deliverySchema.shape[field].safeParse(value[field]).success) continue;
    throw new RefusedDelivery(
      "unknown_format",
      `${place}: expected format plumbline-delivery, version 1, found another ${field}`
    );
  }
  const parsed = deliverySchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new RefusedDelivery("invalid_delivery_json", `${place}: ${problemOf(value, parsed.error)}`);
}

function parseObject(text: string, place: string): Readonly<Record<string, unknown>> {
  const parsed = z.record(z.string(), z.unknown()).safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new RefusedDelivery("unreadable_delivery_json", `${place}: expected one JSON object, found something else`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemOf(value: Readonly<Record<string, unknown>>, error: z.ZodError): string {
  const unknown = Object.keys(value).find((field) => !(field in deliverySchema.shape));
  if (unknown !== undefined) return `expected no other field, found ${JSON.stringify(unknown)}`;
  const field = String(error.issues[0]?.path[0]);
  const found = field in value ? "something else" : "no such field";
  return `${field}: expected ${expectations[field]}, found ${found}`;
}
