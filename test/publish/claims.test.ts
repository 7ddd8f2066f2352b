import {afterAll, beforeAll} from "vitest";
import {testClaims} from "./example_claims.ts";
import {testCompanions} from "./example_companions.ts";
import {testMissingScores} from "./example_missing.ts";
import {type ExampleRelease, publishExample} from "./example_release.ts";

let example: ExampleRelease;
beforeAll(async () => {
  example = await publishExample();
}, 180_000);
afterAll(() => example.dispose());

testMissingScores(() => example);
testCompanions(() => example);
testClaims(() => example);
