import type {Warehouse} from "../database/warehouse.ts";
import {instruments} from "../instruments/index.ts";
import {ideationItemOf} from "../instruments/instrument.ts";
import type {Suffix} from "../measures/count.ts";

/** Writes what SQL must know of every declared instrument into warehouse.instrument. */
export async function declareInstruments(warehouse: Warehouse, suffix: Suffix): Promise<void> {
  await warehouse.script(`truncate warehouse${suffix}.instrument`);
  for (const instrument of instruments) {
    const {id, items, may_be_missing, elevated_from, remission_below, bands} = instrument;
    await warehouse.query(
      `insert into warehouse${suffix}.instrument (instrument, items, may_be_missing, elevated_from, remission_below,
         reliable_change, minimal_important_change, band_from, ideation_item)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        items.length,
        may_be_missing,
        elevated_from,
        remission_below,
        instrument.reliable_change.points,
        instrument.minimal_important_change.points,
        bands.map(({from}) => from),
        ideationItemOf(instrument)
      ]
    );
  }
}
