import {siteFooter} from "./src/dashboard/components/site_footer.ts";
import {siteHeader} from "./src/dashboard/components/site_header.ts";
import {readCatalogue, readRelease} from "./src/dashboard/read_published.ts";

const published = process.env.PLUMBLINE_PUBLISHED ?? "data/published/current";
const catalogue = readCatalogue(published);
const release = readRelease(published);

/** The site. Build it with `plumbline dashboard`: a bare build asks the network and may show old numbers. */
export default {
  root: process.env.PLUMBLINE_DASHBOARD_ROOT ?? "src/dashboard",
  output: process.env.PLUMBLINE_DASHBOARD_OUTPUT ?? "dist",
  title: `${catalogue.organisation} outcomes`,
  head: `<link rel="icon" href="/icon.svg">`,
  header: ({path}: {path: string}) => siteHeader(catalogue, path).text,
  footer: siteFooter(release).text,
  style: null,
  globalStylesheets: [],
  sidebar: false,
  pager: false,
  toc: false,
  search: false,
  pages: [],
  duckdb: {extensions: {json: null, parquet: null}}
};
