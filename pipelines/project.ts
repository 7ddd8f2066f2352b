import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** The project's own folders and version. */
const root = join(import.meta.dirname, "..");

export const project = {
  root,
  migrations: join(root, "sql/migrations"),
  warehouseSql: join(root, "sql/warehouse"),
  checksSql: join(root, "sql/checks"),
  exportSql: join(root, "sql/export"),
  references: join(root, "data/reference"),
  naturalCourse: join(root, "data/reference/natural_course.yaml"),
  version: String(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version)
};

/** Code, SQL and declarations that decide what the warehouse and the marts hold; a change builds everyone anew. */
const builtBy = ["data/instruments", "sql/warehouse", "src/measures", "src/warehouse"];

/** Code and SQL that decide what the checks find. */
export const checkedBy = ["sql/checks", "src/checks", "src/publish", "src/sources/contract"];

/** Hash of all files in these folders. */
export function codeHash(folders: readonly string[] = builtBy): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      hash.update(`${folder}/${name}\n`).update(readFileSync(join(root, folder, name)));
    }
  }
  return hash.digest("hex");
}
