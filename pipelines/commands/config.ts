import {type SettingName, settingsSchema} from "../../src/settings.ts";
import type {Command} from "./command.ts";

export const config: Command = {
  name: "config",
  summary: "show each setting, its value and where it came from",
  run: async ({settings, origins, paths, databaseUrl, json, print}) => {
    if (json)
      return print(JSON.stringify({settings, origins, paths, warehouse: databaseUrl === null ? "embedded" : "server"}));
    const names = Object.keys(settingsSchema.shape) as SettingName[];
    const width = Math.max(...names.map(({length}) => length));
    const lines = names.map((name) => `${name.padEnd(width)}  ${JSON.stringify(settings[name])}  (${origins[name]})`);
    // the address of the server is a secret: only that there is one is said
    const warehouse = databaseUrl === null ? `embedded, in ${paths.warehouse}` : "a Postgres server (DATABASE_URL)";
    return print(
      [...lines, "", `deliveries  ${paths.deliveries}`, `warehouse   ${warehouse}`, `out         ${paths.out}`].join(
        "\n"
      )
    );
  }
};
