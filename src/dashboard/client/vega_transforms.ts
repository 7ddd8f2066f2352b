import {transforms} from "vega-dataflow";
import {axisticks, datajoin, encode, scale, sortitems} from "vega-encode";
import {
  aggregate,
  collect,
  compare,
  extent,
  facet,
  field,
  filter,
  formula,
  key,
  multiextent,
  multivalues,
  prefacet,
  proxy,
  relay,
  sieve,
  subflow,
  tupleindex,
  values,
  window
} from "vega-transforms";
import {bound, mark, overlap, render, viewlayout} from "vega-view-transforms";

/** Lets Vega find the transforms that our charts use; the others stay out of what the browser loads. */
export function registerTransforms(): void {
  Object.assign(transforms, {aggregate, collect, compare, extent, facet, field, filter, formula, key, multiextent});
  Object.assign(transforms, {multivalues, prefacet, proxy, relay, sieve, subflow, tupleindex, values, window});
  Object.assign(transforms, {axisticks, datajoin, encode, scale, sortitems, bound, mark, overlap, render, viewlayout});
}
