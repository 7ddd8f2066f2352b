import {beforeAll} from "vitest";
import {testClaims} from "./example_claims.ts";
import {testCompanions} from "./example_companions.ts";
import {testMissingScores} from "./example_missing.ts";
import {type ExampleRelease, exampleRelease} from "./example_release.ts";
import {testVodim} from "./example_vodim.ts";

let example: ExampleRelease;
beforeAll(async () => {
  example = await exampleRelease();
}, 600_000);

testMissingScores(() => example);
testCompanions(() => example);
testClaims(() => example);
testVodim(() => example);
