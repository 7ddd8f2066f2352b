import {enhanceCharts} from "./charts.ts";
import {enhanceTables} from "./tables.ts";

/**
 * Lets charts say their points and tables be sorted, below `root`. What has been enhanced is left alone, so it may be called again
 * for any part of the page; whoever puts new HTML into a page calls it for that part.
 */
export function enhance(root: ParentNode): void {
  enhanceCharts(root);
  enhanceTables(root);
}
