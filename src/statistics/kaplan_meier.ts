import {requireAscending} from "./ascending.ts";
import {type Band, logLogBand} from "./log_log_band.ts";

/** How many units had the event at a time and how many were last seen then; those censored stay at risk on that day. */
export interface SurvivalTime {
  readonly time: number;
  readonly events: number;
  readonly censored: number;
}

/** The curve from this time on; the band is empty while nothing has happened (survival 1) and after the last (0). */
export interface SurvivalStep extends SurvivalTime, Band {
  readonly at_risk: number;
  readonly survival: number;
}

/**
 * The share without the event after each time, times ascending (RangeError otherwise), with a 95 % pointwise band.
 *
 * Method: Kaplan-Meier with Greenwood's variance; the band is symmetric on the scale of log(-log S).
 * Source: https://cran.r-project.org/package=survival, survfit(Surv(time, event) ~ 1, conf.type = "log-log").
 *
 * @example kaplanMeier([{time: 7, events: 1, censored: 0}, {time: 9, events: 0, censored: 11}])
 * // survival 0.9167, band 0.5390 to 0.9878 at both times
 */
export function kaplanMeier(times: readonly SurvivalTime[]): SurvivalStep[] {
  requireAscending(
    times.map(({time}) => time),
    "survival times"
  );
  let at_risk = times.reduce((sum, {events, censored}) => sum + events + censored, 0);
  let survival = 1;
  let greenwood = 0;
  return times.map(({time, events, censored}) => {
    if (events > 0) {
      survival *= (at_risk - events) / at_risk;
      greenwood += events / at_risk / (at_risk - events);
    }
    const step = {
      time,
      at_risk,
      events,
      censored,
      survival,
      ...logLogBand(survival, survival * Math.sqrt(greenwood))
    };
    at_risk -= events + censored;
    return step;
  });
}
