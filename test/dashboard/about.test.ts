import {describe, expect, it} from "vitest";
import {aboutPage} from "../../src/dashboard/pages/about.ts";
import type {Delivery, Release} from "../../src/dashboard/release.ts";
import {catalogue} from "./published_fixture.ts";

function delivery(delivered_on: string, source = "north"): Delivery {
  return {source, delivered_on, sequence: 0, mode: "delta", files: []};
}

const release: Release = {
  ...{
    release: "2026-03-31-aaaaaaaaaaaa",
    as_of: "2026-03-31",
    known_on: null,
    organisation: "Example",
    synthetic: true
  },
  inputs: [delivery("2026-03-31"), delivery("2024-04-30", "south"), delivery("2025-01-31")],
  waiting: [],
  refused: [{folder: "2025-02-10", code: "missing_column"}],
  code_version: "0.3.0",
  definitions: {completion: "4"},
  settings: {disclosure_profile: "cms11", success: {definition: "remission"}},
  checks: [
    {check: "a", status: "fail", violations: 10},
    {check: "b", status: "pass", violations: 0}
  ],
  audit: {tables: 21738, rows_hidden: 135},
  outputs: [{file: "results.csv", sha256: "f".repeat(64), bytes: 1234, rows: 17}]
};

function words(given: Partial<Release> = {}): string {
  return aboutPage(catalogue, {...release, ...given})
    .body.text.replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ");
}

describe("about this release", () => {
  it("tells in prose which deliveries went in, from when to when, and how many were refused", () => {
    expect(words()).toContain(
      "This release says what 3 deliveries stated, the first of 2024-04-30, the last of 2026-03-31, from north and south. 1 delivery was refused whole"
    );
    expect(words({inputs: [], refused: []})).toContain("No delivery was read. No delivery was refused.");
  });

  it("tells which version counted, by whose knowledge, and what the checks found", () => {
    expect(words()).toContain(
      "Plumbline 0.3.0 counted 9 measures from them, by the newest knowledge. The data were held to 2 checks, of which 1 found"
    );
    expect(words({known_on: "2026-01-31"})).toContain("as it was known on 2026-01-31");
  });

  it("tells which profile protects people, and what the audit hid", () => {
    expect(words()).toContain("People are protected by the profile cms11: no count of 1 to 10 people is shown");
    expect(words()).toContain("out of 21,738 tables of what was to be published and hid 135 more rows");
    expect(words({audit: {tables: 5, rows_hidden: 0}})).toContain(
      "out of 5 tables of what was to be published and found nothing to hide"
    );
    expect(words({audit: null})).toContain("was not audited again");
  });

  it("says how to make it again, by its own name", () => {
    expect(words()).toContain("npx plumbline verify data/published/releases/2026-03-31-aaaaaaaaaaaa");
  });

  it("says of real people that they are real", () => {
    expect(words({synthetic: false})).not.toContain("synthetic:");
  });

  it("lists definitions with the way to their rule, settings by dotted name, and files with their hash", () => {
    const {text} = aboutPage(catalogue, release).body;
    expect(text).toContain('<td>4</td><td><a href="/measures/completion#definition">');
    expect(text).toContain('<th scope="row">success.definition</th><td>remission</td>');
    expect(text).toContain(`<code class="hash">${"f".repeat(64)}</code>`);
  });
});
