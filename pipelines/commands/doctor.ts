import {mkdir, statfs} from "node:fs/promises";
import {migrate} from "../../src/database/migrate.ts";
import {exitCodes, UserError} from "../../src/errors.ts";
import {project} from "../project.ts";
import {openConfigured} from "../steps/context.ts";
import type {Command, Invocation} from "./command.ts";
import {lookAtGrants} from "./grants.ts";

interface Finding {
  readonly what: string;
  readonly is_well: boolean;
  /** Where it is not well: worth a look, but no failure. */
  readonly is_warning?: boolean;
  readonly found: string;
  readonly advice: string;
}

/** The embedded warehouse is good to about this many episodes. */
const embeddedLimit = 50_000;
const diskLimit = 2e9;

export const doctor: Command = {
  name: "doctor",
  summary: "look at the machine, the warehouse, its grants, the disk and the config, and say what to do",
  run: async (invocation) => {
    const findings = [...(await lookAtMachine(invocation)), ...(await lookAtWarehouse(invocation))];
    if (invocation.json) invocation.print(JSON.stringify(findings));
    else invocation.print(findings.map(inWords).join("\n"));
    return findings.every(({is_well, is_warning}) => is_well || is_warning) ? exitCodes.done : exitCodes.failed_check;
  }
};

async function lookAtMachine({paths}: Invocation): Promise<Finding[]> {
  await mkdir(paths.warehouse, {recursive: true});
  const {bavail, bsize} = await statfs(paths.warehouse);
  const free = bavail * bsize;
  return [
    {what: "node", is_well: true, found: process.versions.node, advice: ""},
    {
      what: "disk",
      is_well: free > diskLimit,
      found: `${(free / 1e9).toFixed(1)} GB free`,
      advice: "free some space: below 2 GB a run may not finish"
    }
  ];
}

async function lookAtWarehouse(invocation: Invocation): Promise<Finding[]> {
  try {
    const warehouse = await openConfigured(invocation);
    try {
      await migrate(warehouse, project.migrations);
      const [row] = await warehouse.query<{version: string; episodes: number; deliveries: number}>(
        `select current_setting('server_version') as version,
           (select count(*) from record.episode where superseded_on is null) as episodes,
           (select count(*) from record.delivery) as deliveries`
      );
      const {version = "", episodes = 0, deliveries = 0} = row ?? {};
      return [
        {
          what: "warehouse",
          is_well: true,
          found: `${warehouse.kind}, Postgres ${version}, ${deliveries} deliveries`,
          advice: ""
        },
        {
          what: "size",
          is_well: warehouse.kind === "server" || episodes <= embeddedLimit,
          found: `${episodes} episodes`,
          advice: "use a Postgres server (DATABASE_URL): the embedded warehouse is good to about 50,000 episodes"
        },
        ...(await lookAtGrants(warehouse))
      ];
    } finally {
      await warehouse.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{what: "warehouse", is_well: false, found: error.message, advice: error.hint ?? ""}];
  }
}

function inWords({what, is_well, is_warning, found, advice}: Finding): string {
  return `${is_well ? "well" : is_warning ? "WARN" : "LOOK"}  ${what.padEnd(10)} ${found}${is_well ? "" : `\n      ${advice}`}`;
}
