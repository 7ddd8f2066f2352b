import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {commands} from "../../pipelines/commands/index.ts";
import {exitCodes} from "../../src/errors.ts";
import {identifyingName} from "../../src/sources/identifying_names.ts";

const root = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const privacy = read("docs/privacy.md");

/** The eighteen of 45 CFR 164.514(b)(2)(i), each by a word that its row must hold. */
const identifiers = {
  A: "names",
  B: "ZIP3",
  C: "dates",
  D: "telephone",
  E: "fax",
  F: "e-mail",
  G: "social security",
  H: "medical record",
  I: "health plan",
  J: "account",
  K: "licence",
  L: "vehicle",
  M: "device",
  N: "web",
  O: "internet",
  P: "biometric",
  Q: "photographs",
  R: "any other"
};

const rows = privacy.split("\n").filter((line) => /^\| [A-R] /.test(line));

describe("docs/privacy.md", () => {
  it("has a row for each of the eighteen identifiers of Safe Harbor, in order", () => {
    expect(rows.map((row) => row.slice(2, 3))).toEqual(Object.keys(identifiers));
    for (const [index, word] of Object.values(identifiers).entries()) expect(rows[index]).toContain(word);
  });

  it("says of each what is done, with a file or the row that has it", () => {
    for (const row of rows) {
      const done = row.split("|")[3] ?? "";
      const same = / as ([A-R]) $/.exec(done)?.[1];
      const told = same === undefined ? row : rows.find((other) => other.startsWith(`| ${same} `));
      expect(told, row).toMatch(/`(src|data)\/[^`]+`/);
    }
  });

  it("says plainly that the warehouse is not Safe Harbor data, and that moved dates are not", () => {
    expect(privacy).toContain("## HIPAA: the warehouse is not Safe Harbor data");
    expect(privacy.replaceAll(/\s+/g, " ")).toContain("deliveries and the warehouse are **not** de-identified");
    expect(privacy).toContain("**This is not Safe Harbor**");
  });

  it("says since when 42 CFR Part 2 is to be complied with, and each basis that a request may name", () => {
    expect(privacy).toContain("**16 February 2026**");
    for (const basis of ["consent", "2.52", "2.53", "qualified service organisation"]) expect(privacy).toContain(basis);
  });

  it.each([
    "patient_name",
    "street_address",
    "zip_code",
    "mobile_phone",
    "fax",
    "email",
    "ssn",
    "mrn",
    "member_id",
    "dob"
  ])("is right that a delivery with a column %s is refused", (column) =>
    expect(identifyingName(column)).not.toBeNull()
  );

  it("names the exit code of an audit that finds something", () => {
    expect(privacy).toContain(`exit code ${exitCodes.disclosure}, name the places`);
  });
});

describe.each(["docs/privacy.md", "docs/database-roles.md"])("%s", (file) => {
  const text = read(file);

  it("names files that are there", () => {
    const named = [...text.matchAll(/`((?:src|sql|test|docs|pipelines|data\/reference)\/[^`*]+?\.\w+)`/g)].map(
      ([, path]) => path ?? ""
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("links to what is there", () => {
    const linked = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, path]) => path ?? "");
    expect(linked.filter((path) => !existsSync(join(root, "docs", path)))).toEqual([]);
  });

  it("names commands and options that there are", () => {
    const named = [...text.matchAll(/`plumbline ([a-z]+)([^`]*)`/g)];
    const options = (name: string) => Object.keys(commands.find((one) => one.name === name)?.options ?? {});
    expect(named.length).toBeGreaterThan(0);
    for (const [whole, name = "", rest = ""] of named) {
      expect(
        commands.map((one) => one.name),
        whole
      ).toContain(name);
      for (const [, option = ""] of rest.matchAll(/--([a-z-]+)/g)) expect(options(name), whole).toContain(option);
    }
  });
});
