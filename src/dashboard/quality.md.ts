import {publishedFolder, writePage} from "./loader.ts";
import {qualityPage} from "./pages/quality.ts";
import {readQuality, readRelease} from "./read_published.ts";

const folder = publishedFolder();
writePage(qualityPage(readRelease(folder), readQuality(folder)));
