import {UserError} from "../errors.ts";

/** A UserError of kind "usage" for an error that says that the account may not do what was asked, null for any other. */
export function notAllowed(error: unknown): UserError | null {
  // insufficient_privilege; the message names a schema or a table, never a row
  if (!(error instanceof Error) || !("code" in error) || error.code !== "42501") return null;
  return new UserError(
    "usage",
    `warehouse: expected an account that may do this step, found that it may not (${error.message})`,
    {
      hint: "each role does its own steps, in the order of docs/database-roles.md; after an update, run migrate and then sql/roles/roles.sql as the warehouse's owner",
      cause: error
    }
  );
}
