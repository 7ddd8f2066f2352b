import {rulesInWords} from "../../src/claims/rules_in_words.ts";
import {strengths} from "../../src/claims/strength.ts";

/** docs/claim-ladder.md: how strong a sentence about a figure may be, and what weakens it. */
export function claimLadderDocument(): string {
  const steps = strengths.map(({id, permits}) => `| ${id} | ${permits} |`);
  const rows = rulesInWords().map(
    ({id, kinds, when, allows, because, basis}) =>
      `| ${id} | ${kinds === "every" ? "every" : kinds.join(", ")} | ${when} | ${allows} | ${because} | ${basis} |`
  );
  return `${head}
## Strengths, weakest first

| strength | what a sentence may say |
|---|---|
${steps.join("\n")}

## What weakens a sentence

Of all rules that apply, the weakest allowance holds. The last column says where the number comes from.

| rule | claims | when | allows at most | because | basis |
|---|---|---|---|---|---|
${rows.join("\n")}
`;
}

const head = `# The claim ladder

Written by \`npm run generate\` from the rule table in \`src/claims\`; not by hand.

Every sentence about a figure that a release or its dashboard prints is made from the measure's own words and this
table, and stands in \`claims.csv\` with its strength and with what kept it from being stronger. No sentence says that
treatment caused anything: one group before and after cannot show that. A property test draws random figures and
evidence and finds none that is worded more strongly than the table allows.
`;
