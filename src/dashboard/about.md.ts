import {publishedFolder, writePage} from "./loader.ts";
import {aboutPage} from "./pages/about.ts";
import {readCatalogue, readRelease} from "./read_published.ts";

const folder = publishedFolder();
writePage(aboutPage(readCatalogue(folder), readRelease(folder)));
