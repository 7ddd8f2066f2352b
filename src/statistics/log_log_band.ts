import {z95} from "./normal_quantile.ts";

export interface Band {
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The 95 % limits of a share strictly between 0 and 1 with a standard error; none at 0 and 1.
 *
 * Method: share^exp(±z·se/(share·|ln share|)), symmetric on the scale of log(-log), so never outside 0 and 1.
 * Source: https://cran.r-project.org/package=survival, survfit with conf.type = "log-log".
 *
 * @example logLogBand(0.5, 0.1) // 0.2952 to 0.6745
 */
export function logLogBand(share: number, standardError: number): Band {
  if (share === 0 || share === 1) return {lower: null, upper: null};
  const stretch = Math.exp((z95 * standardError) / (share * -Math.log(share)));
  return {lower: share ** stretch, upper: share ** (1 / stretch)};
}
