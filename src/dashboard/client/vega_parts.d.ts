/** What we use of Vega's parts, which have no types of their own under these names. */
declare module "vega-dataflow" {
  export const transforms: Record<string, unknown>;
}
declare module "vega-encode" {
  export const axisticks: unknown, datajoin: unknown, encode: unknown, scale: unknown, sortitems: unknown;
}
declare module "vega-transforms" {
  export const aggregate: unknown, collect: unknown, compare: unknown, extent: unknown, facet: unknown, field: unknown;
  export const filter: unknown, formula: unknown, key: unknown, multiextent: unknown, multivalues: unknown;
  export const prefacet: unknown, proxy: unknown, relay: unknown, sieve: unknown, subflow: unknown;
  export const tupleindex: unknown, values: unknown, window: unknown;
}
declare module "vega-view-transforms" {
  export const bound: unknown, mark: unknown, overlap: unknown, render: unknown, viewlayout: unknown;
}
declare module "vega-parser" {
  import type {Config, Runtime, Spec} from "vega";
  export function parse(spec: Spec, config?: Config, options?: {ast?: boolean}): Runtime;
}
declare module "vega-view" {
  export {View} from "vega";
}
