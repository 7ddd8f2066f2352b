import {slug} from "../addresses.ts";
import {addressPart, publishedFolder, writePage} from "../loader.ts";
import {programPage} from "../pages/program.ts";
import {readCatalogue, readResults} from "../read_published.ts";

const folder = publishedFolder();
const address = addressPart("program");
const catalogue = readCatalogue(folder);
const program = catalogue.programs.find(({group}) => slug(group) === address);
if (program === undefined) throw new Error(`catalogue.json has no program for the address ${address}`);

writePage(programPage(catalogue, program, readResults(folder, ",program,")));
