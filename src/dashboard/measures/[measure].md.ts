import {addressPart, publishedFolder, writePage} from "../loader.ts";
import {measurePage} from "../pages/measure.ts";
import {readCatalogue, readLadder, readResults} from "../read_published.ts";

const folder = publishedFolder();
const id = addressPart("measure");
const catalogue = readCatalogue(folder);
const measure = catalogue.measures.find((one) => one.id === id);
if (measure === undefined) throw new Error(`catalogue.json has no measure ${id}`);

const own = readResults(folder, `${id},`).filter((row) => row.measure === id);
const everyone = readResults(folder, ",all,,all,").filter((row) => row.measure !== id);
writePage(
  await measurePage(catalogue, measure, {results: [...own, ...everyone], ladder: readLadder(folder, `${id},`)})
);
