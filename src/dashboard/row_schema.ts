import {z} from "zod";
import {columnsOf, type RowOf, type TableName} from "./published.ts";

const number = z.string().transform(readNumber);

const cellOf = {
  text: z.string(),
  key: z.string().min(1),
  number,
  date: z.iso.date(),
  status: z.enum(["published", "suppressed", "unstable", "insufficient", "immature"]),
  period_type: z.enum(["all", "year", "quarter", "month"])
};

/** How a row of a published table is read from its cells, all of them text. */
export function rowSchema<Name extends TableName>(name: Name): z.ZodType<RowOf<Name>> {
  const columns = Object.entries(columnsOf[name]).map(([column, kind]) => [column, cellOf[kind]]);
  return z.object(Object.fromEntries(columns)) as unknown as z.ZodType<RowOf<Name>>;
}

function readNumber(cell: string, context: z.RefinementCtx): number | null {
  if (cell === "") return null;
  const value = Number(cell);
  if (Number.isFinite(value)) return value;
  context.addIssue({code: "custom", message: "expected a number or nothing"});
  return z.NEVER;
}
