import {arithmetic} from "./arithmetic.ts";
import type {Check} from "./check.ts";
import {completeness} from "./completeness.ts";
import {deliveries} from "./deliveries.ts";
import {plausibility} from "./plausibility.ts";
import {registration} from "./registration.ts";

/** Every check, in the order in which it is run and shown. */
export const checks: readonly Check[] = [
  ...arithmetic,
  ...deliveries,
  ...completeness,
  ...plausibility,
  ...registration
];
