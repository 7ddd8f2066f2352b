import {createHash} from "node:crypto";
import {parse} from "csv-parse/sync";
import {describe, expect, it} from "vitest";
import {packageFiles} from "../../../src/export/package/package_files.ts";
import {dataPackage, type Resource, wrongCells} from "./data_package.ts";
import {awkward, contentOf, hostile} from "./made_up_package.ts";

describe.each([
  ["awkward", awkward],
  ["hostile", hostile]
])("datapackage.json of a package with %s words", (_, options) => {
  const files = packageFiles(options);
  const descriptor = dataPackage.parse(JSON.parse(contentOf(files, "datapackage.json")));

  it("describes each table as CSV and as Parquet, and the attrition", () => {
    const names = options.tables.map(({name}) => name);
    expect(descriptor.resources.map(({path}) => path)).toEqual([
      ...names.map((name) => `${name}.csv`),
      ...names.map((name) => `${name}.parquet`),
      "attrition.csv"
    ]);
  });

  it("has the size and the hash of every resource", () => {
    for (const {path, bytes, hash} of descriptor.resources) {
      const content = files.find(({file}) => file === path)?.content ?? "";
      expect({bytes, hash}).toEqual({
        bytes: Buffer.byteLength(content),
        hash: `sha256:${createHash("sha256").update(content).digest("hex")}`
      });
    }
  });

  it("says of every cell what it is", () => {
    for (const resource of descriptor.resources.filter(({format}) => format === "csv")) {
      const [head, ...rows] = rowsOf(resource);
      expect(head).toEqual(resource.schema.fields.map(({name}) => name));
      expect(wrongCells(resource, rows)).toEqual([]);
    }
  });

  function rowsOf({path, dialect}: Resource): string[][] {
    return parse(contentOf(files, path), {record_delimiter: dialect?.lineTerminator ?? ""});
  }
});

describe("datapackage.json", () => {
  const {resources} = dataPackage.parse(JSON.parse(contentOf(packageFiles(awkward), "datapackage.json")));
  const fieldsOf = (name: string) => resources.find((resource) => resource.name === name)?.schema.fields ?? [];

  it("has the codes of a field in order, with labels that differ, and whether the order means anything", () => {
    const fields = new Map(fieldsOf("episode").map((field) => [field.name, field]));
    expect(fields.get("severity")).toMatchObject({
      categories: [
        {value: 0, label: "none"},
        {value: 1, label: "mild"},
        {value: 2, label: "same (2)"},
        {value: 3, label: "same (3)"}
      ],
      categoriesOrdered: true
    });
    expect(fields.get("refused")).toMatchObject({categoriesOrdered: false});
    expect(fields.get("no_codes")?.categories).toBeUndefined();
  });

  it("refers from one table to the key of another, each in its own format", () => {
    const keyOf = (name: string) => resources.find((resource) => resource.name === name)?.schema.foreignKeys;
    const key = {fields: ["episode_key"]};
    expect(keyOf("assessment")).toEqual([{...key, reference: {resource: "episode", ...key}}]);
    expect(keyOf("assessment.parquet")).toEqual([{...key, reference: {resource: "episode.parquet", ...key}}]);
    expect(keyOf("episode")).toBeUndefined();
    expect(keyOf("attrition")).toBeUndefined();
  });

  it("asks for a key in every row, and tells no extreme of a value", () => {
    expect(fieldsOf("episode").flatMap(({name, constraints}) => (constraints ? [{name, constraints}] : []))).toEqual([
      {name: "episode_key", constraints: {required: true, unique: true}}
    ]);
  });
});
