import {expect, it} from "vitest";
import {bugReport} from "../../pipelines/bug_report.ts";

it("tells where a mistake of ours is, but not what the database or a parser tripped over", () => {
  const database = Object.assign(new Error('invalid input syntax for type integer: "Jane Doe"'), {
    severity: "ERROR",
    code: "22P02"
  });
  expect(bugReport(database)).toContain("Error 22P02\n    at ");
  expect(bugReport(database)).not.toContain("Jane");
  expect(bugReport(new SyntaxError('Unexpected token "Jane"'))).not.toContain("Jane");
  expect(bugReport(new Error("no value for the parameter :as_of"))).toContain(
    "Error: no value for the parameter :as_of\n    at "
  );
});
