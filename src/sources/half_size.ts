import {contractOf} from "./contract/index.ts";
import {countCurrent} from "./history.ts";
import type {LoadOptions} from "./options.ts";
import {RefusedDelivery} from "./refusals.ts";
import type {FreshDelivery, RefusedFolder} from "./surveyed.ts";

/**
 * Refuses a full delivery with a file of less than half the rows that its source had current just before it, by what is known now:
 * more likely an extract that broke off than a clinic that lost half its patients. Null where it may be loaded.
 */
export async function halfSizeRefusal(
  {folder, header, files}: FreshDelivery,
  {warehouse, allowShrink}: LoadOptions
): Promise<RefusedFolder | null> {
  if (header.mode === "delta" || allowShrink) return null;
  for (const {file, read} of files) {
    const table = contractOf(file)?.table ?? file;
    const current = await countCurrent(warehouse, table, header.source, header);
    if (read * 2 >= current) continue;
    const message = `${folder}: ${file}: expected at least half of the ${current} rows known before, found ${read}`;
    return {folder, source: header.source, refusal: new RefusedDelivery("half_size", message)};
  }
  return null;
}
