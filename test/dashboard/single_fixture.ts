import {join} from "node:path";
import {buildDashboard} from "../../pipelines/steps/dashboard.ts";
import {shared} from "../shared.ts";
import {writePublished} from "./published_fixture.ts";

/** A site of the invented release and the same in one file, for the test files that read them. */
export async function singleFixture(): Promise<{site: string; file: string}> {
  const folder = await shared("single-file", async (place) => {
    const published = join(place, "published");
    writePublished(published);
    const output = join(place, "dist");
    await buildDashboard({published, output, root: ".", single_file: true, log: () => undefined});
  });
  return {site: join(folder, "dist"), file: join(folder, "dist.html")};
}
