import {join} from "node:path";
import {buildDashboard} from "../../pipelines/steps/dashboard.ts";
import {shared} from "../shared.ts";
import {writePublished} from "./published_fixture.ts";

/** The site of the small invented release and the same in one file, built once for all test files that look at it. Copy it to change it. */
export async function fixtureSite(): Promise<{published: string; dist: string; single: string}> {
  const folder = await shared("fixture_site", async (place) => {
    const published = join(place, "published");
    writePublished(published);
    const output = join(place, "dist");
    await buildDashboard({published, output, root: ".", single_file: true, log: () => undefined});
  });
  return {published: join(folder, "published"), dist: join(folder, "dist"), single: join(folder, "dist.html")};
}
