import type {Markup} from "../components/markup.ts";
import {measureView} from "../pages/measure.ts";
import {overviewView} from "../pages/overview.ts";
import type {View} from "../view.ts";
import {readCatalogue, readGiven} from "./read_given.ts";
import {addressInSite} from "./site_files.ts";

/** Draws what a page shows of a view, from its form's `data-page`, `data-measure` and `data-files`. */
export async function drawPage({page, measure: id, files = ""}: DOMStringMap, view: View): Promise<string> {
  const [catalogue, tables] = await Promise.all([readCatalogue(), readGiven(files.split(" "))]);
  const measure = catalogue.measures.find((one) => one.id === id);
  const drawn =
    measure === undefined
      ? await overviewView({catalogue, tables, view})
      : await measureView({catalogue, measure, tables, view});
  if (page !== (measure === undefined ? "overview" : "measure")) throw new Error(`no view of a page ${page}`);
  return withFiles(drawn);
}

/** Links to files that only this view has lead to them within the browser. */
function withFiles({text, files}: Markup): string {
  const addresses = new Map(
    files.map(({path, content}) => [path, URL.createObjectURL(new Blob([content], {type: "text/csv"}))])
  );
  return text.replace(/ (href|src)="\/([^"]*)"/g, (_, name: string, rest: string) => {
    return ` ${name}="${addresses.get(`/${rest}`) ?? addressInSite(rest)}"`;
  });
}
