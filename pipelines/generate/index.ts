import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {migrate} from "../../src/database/migrate.ts";
import {openWarehouse} from "../../src/database/open.ts";
import {machine} from "../machine.ts";
import {project} from "../project.ts";
import {claimLadderDocument} from "./claim_ladder.ts";
import {codebookDocument} from "./codebook.ts";
import {deliveryFormatDocument} from "./delivery_format.ts";
import {exampleConfig} from "./example_config.ts";
import {hostingDocument} from "./hosting.ts";
import {measuresDocument} from "./measures.ts";
import {naturalCourseDocument} from "./natural_course.ts";
import {schemaModule} from "./schema.ts";

/** Files that are written from the migrations and the declarations; CI fails when they differ from what is committed. */
const generated = [
  {file: "docs/measures.md", text: async () => measuresDocument()},
  {file: "docs/codebook.md", text: async () => codebookDocument()},
  {file: "docs/delivery-format.md", text: async () => deliveryFormatDocument()},
  {file: "docs/plumbline.example.yaml", text: async () => exampleConfig()},
  {file: "docs/natural-course.md", text: naturalCourseDocument},
  {file: "docs/claim-ladder.md", text: async () => claimLadderDocument()},
  {file: "docs/hosting.md", text: async () => hostingDocument()},
  {file: "src/database/schema.ts", text: schemaOfMigrations}
];

for (const {file, text} of generated) await writeFile(join(project.root, file), await text());

async function schemaOfMigrations(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "plumbline-schema-"));
  const warehouse = await openWarehouse({directory: join(directory, "database")}, machine);
  try {
    await migrate(warehouse, project.migrations);
    return await schemaModule(warehouse);
  } finally {
    await warehouse.close();
    await rm(directory, {recursive: true, force: true});
  }
}
