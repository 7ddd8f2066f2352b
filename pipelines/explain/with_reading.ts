import {existsSync} from "node:fs";
import {join} from "node:path";
import {migrationsPending} from "../../src/database/migrate.ts";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {UserError} from "../../src/errors.ts";
import type {Reading} from "../../src/explain/facts.ts";
import {decideScope} from "../../src/warehouse/scope.ts";
import type {Invocation} from "../commands/command.ts";
import {project} from "../project.ts";
import {definitionOf, horizonOf, openConfigured} from "../steps/context.ts";

/** A build that can be explained by this code and these settings. */
export interface Built extends Reading {
  /** The date asked for with --as-known-on; null for the nightly build. */
  readonly known_on: string | null;
  /** Hash of all that decides what the warehouse holds, besides the data. */
  readonly definition: string;
  /** Whether deliveries are there that it has not seen. */
  readonly is_behind: boolean;
}

/** Opens the warehouse as the last build left it, changing nothing; a UserError says what is to be built first. */
export async function withReading(
  invocation: Invocation,
  work: (warehouse: Warehouse, built: Built) => Promise<number>
): Promise<number> {
  requireThere(invocation);
  const warehouse = await openConfigured(invocation);
  try {
    return await work(warehouse, await builtOf(warehouse, invocation));
  } finally {
    await warehouse.close();
  }
}

function requireThere({databaseUrl, paths}: Invocation): void {
  if (databaseUrl !== null || existsSync(join(paths.warehouse, "database"))) return;
  throw new UserError("usage", `warehouse: expected one in ${paths.warehouse}, found none`, {
    hint: "make it with: plumbline run, or name it with --warehouse DIR"
  });
}

async function builtOf(warehouse: Warehouse, invocation: Invocation): Promise<Built> {
  const knownOn = invocation.flags["as-known-on"];
  const again = `plumbline build${knownOn === undefined ? "" : ` --as-known-on ${knownOn}`}`;
  const pending = await migrationsPending(warehouse, project.migrations);
  if (pending.length > 0) throw notBuilt("the newest schema", `one that lacks ${pending.length} migrations`, again);
  const horizon = await horizonOf(warehouse, knownOn);
  const {suffix, known_on} = horizon;
  const definition = definitionOf(invocation);
  const [build] = await warehouse.query<{as_of: string; definition: string}>(
    `select as_of, definition from warehouse${suffix}.build`
  );
  if (build === undefined) throw notBuilt("a build", "none", again);
  if (known_on !== null && build.as_of !== horizon.as_of)
    throw notBuilt(`the build known on ${known_on}, as of ${horizon.as_of}`, `one as of ${build.as_of}`, again);
  if (build.definition !== definition)
    throw notBuilt("a build by this code and these settings", "one by others", again);
  const {kind} = await decideScope(warehouse, {as_of: horizon.as_of, definition, counts: {suffix}});
  return {...build, known_on, suffix, settings: invocation.settings, is_behind: kind !== "nothing"};
}

function notBuilt(expected: string, found: string, command: string): UserError {
  return new UserError("usage", `warehouse: expected ${expected}, found ${found}`, {hint: `first: ${command}`});
}
