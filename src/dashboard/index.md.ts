import {publishedFolder, writePage} from "./loader.ts";
import {overviewPage} from "./pages/overview.ts";
import {readCatalogue, readResults} from "./read_published.ts";

const folder = publishedFolder();
const rows = readResults(folder, ",all,,").filter(({breakdown}) => breakdown === "all");
writePage(await overviewPage(readCatalogue(folder), rows));
