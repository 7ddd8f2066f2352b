import {join} from "node:path";

const root = join(import.meta.dirname, "../..");

export const exportSql = join(root, "sql/export");
export const references = join(root, "data/reference");
