import {describe, expect, it} from "vitest";
import {slug} from "../../src/dashboard/addresses.ts";
import {html} from "../../src/dashboard/components/markup.ts";
import {breakdownLabel, groupLabel} from "../../src/dashboard/components/words.ts";
import {catalogue} from "./published_fixture.ts";

describe("the words for groups", () => {
  it("name programs, and join the parts of a joined group", () => {
    expect(groupLabel(catalogue, "program", "east/iop")).toBe("East IOP");
    expect(groupLabel(catalogue, "program+payer", "east/iop+a%2Bb")).toBe("East IOP, a+b");
    expect(breakdownLabel(catalogue, "program+age_band")).toBe("Program and age at admission");
  });

  it("keep a plus in a group that is not joined", () => {
    expect(groupLabel(catalogue, "age_band", "90+")).toBe("90+");
  });

  it("show a group the catalogue does not name by its key", () => {
    expect(groupLabel(catalogue, "discharge_reason", "left_against_advice")).toBe("left against advice");
    expect(groupLabel(catalogue, "program", "closed_iop")).toBe("closed_iop");
  });
});

describe("a page's address", () => {
  it("keeps plain keys and escapes every other sign", () => {
    expect(["n-iop", "east/iop", "é 1", "North"].map(slug)).toEqual(["n-iop", "east~2f~iop", "~e9~~20~1", "~4e~orth"]);
  });

  it("is never another program's, nor the overview's", () => {
    const keys = ["a/b", "a~2f~b", "A/b", "a.b", "a b", "index", "Index", "..", "a%2fb"];
    expect(new Set(keys.map((key) => slug(key).toLowerCase())).size).toBe(keys.length);
    expect(keys.map(slug)).not.toContain("index");
  });
});

describe("HTML from a template", () => {
  it("escapes text, keeps markup, joins lists and leaves out null", () => {
    const items = ["<b>", 'a "quote"'].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}</ul>${null}${0}`.text).toBe("<ul><li>&lt;b&gt;</li><li>a &quot;quote&quot;</li></ul>0");
  });

  it("gives the Framework no code to run", () => {
    expect(html`<p>${"$" + "{1 + 1}"}</p>`.text).toBe("<p>&#36;{1 + 1}</p>");
  });
});
