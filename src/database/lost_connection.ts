import {UserError} from "../errors.ts";

/** Ended by an administrator, a crash or a shutdown of the server (57P01 to 57P03), or by the network. */
const codes = ["57P01", "57P02", "57P03", "08003", "08006", "ECONNRESET", "EPIPE", "ETIMEDOUT"];

/** What pg says of a connection that ended, and of one that is used after it did. */
const words = ["Connection terminated", "Client has encountered a connection error"];

/** A UserError of kind "unreachable" for an error that says that the server went away, null for any other. */
export function lostConnection(error: unknown): UserError | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? String(error.code) : "";
  if (!codes.includes(code) && !words.some((start) => error.message.startsWith(start))) return null;
  return new UserError("unreachable", "warehouse: expected the Postgres server to answer, found it gone in mid-run", {
    hint: "what was finished stays; run the same command again when the server is back",
    cause: error
  });
}
