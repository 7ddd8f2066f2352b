# Writes reference.json: what R says of the inputs on which the tests call src/statistics.
#
#   Rscript test/statistics/reference.R test/statistics/reference.json
#
# Run it from the root of the repository. cases.R says what a case is.

source("test/statistics/cases.R")
suppressMessages({
  library(survival)
  library(metafor)
})

# ---- shares

for (tally in list(c(78, 120), c(0, 15), c(15, 15), c(9, 30), c(1, 1), c(0, 1), c(1, 2), c(172, 210), c(18, 220),
                   c(1, 100000), c(99999, 100000), c(4321, 1000000))) {
  add("wilson_interval", list(numerator = tally[1], denominator = tally[2]),
      value = "numerator / denominator",
      lower = "prop.test(numerator, denominator, correct = FALSE)$conf.int[1]",
      upper = "prop.test(numerator, denominator, correct = FALSE)$conf.int[2]")
}

for (pair in list(c(78, 120, 45, 90), c(0, 10, 10, 10), c(5, 5, 0, 7), c(3, 11, 4, 900), c(56, 70, 48, 80))) {
  add("newcombe_difference", list(x1 = pair[1], n1 = pair[2], x2 = pair[3], n2 = pair[4]),
      value = "x1 / n1 - x2 / n2",
      lower = paste("x1 / n1 - x2 / n2 - sqrt((x1 / n1 - prop.test(x1, n1, correct = FALSE)$conf.int[1])^2 +",
                    "(prop.test(x2, n2, correct = FALSE)$conf.int[2] - x2 / n2)^2)"),
      upper = paste("x1 / n1 - x2 / n2 + sqrt((prop.test(x1, n1, correct = FALSE)$conf.int[2] - x1 / n1)^2 +",
                    "(x2 / n2 - prop.test(x2, n2, correct = FALSE)$conf.int[1])^2)"))
}

set.seed(20260101)
clusters <- list(
  list(a = c(27, 24, 3, 12, 36), s = c(30, 30, 10, 30, 36)),
  list(a = c(5, 0), s = c(9, 4)),
  (function(s) list(a = rbinom(60, s, rbeta(60, 4, 2)), s = s))(1 + rpois(60, 20)),
  (function(s) list(a = rbinom(400, s, 0.97), s = s))(1 + rpois(400, 35))
)
# n_eff makes a share and a count of prop.test's kind that need not be whole.
for (cluster in clusters) {
  variance <- "length(a) / (length(a) - 1) * sum((a - sum(a) / sum(s) * s)^2) / sum(s)^2"
  effective <- sprintf("sum(a) / sum(s) * (1 - sum(a) / sum(s)) / (%s)", variance)
  limit <- function(side) {
    sprintf("with(list(n = %s), prop.test(sum(a) / sum(s) * n, n, correct = FALSE)$conf.int[%d])", effective, side)
  }
  add("ratio_of_totals", cluster, value = "sum(a) / sum(s)", effective_n = effective, lower = limit(1), upper = limit(2))
}

# ---- quantiles and the correction

for (probability in c(1e-300, 1e-10, 1e-5, 0.001, 0.025, 0.0749, 0.0751, 0.2, 0.5, 0.6, 0.8, 0.95, 0.975, 0.995, 0.999,
                      1 - 1e-9)) {
  add("normal_quantile", list(probability = probability), value = "qnorm(probability)")
}

for (m in c(2, 3, 4, 9, 11, 19, 29, 30, 31, 49, 99, 299)) {
  add("small_sample_correction", list(m = m), value = "exp(lgamma(m / 2) - log(m / 2) / 2 - lgamma((m - 1) / 2))")
}
# beta() keeps its digits where the difference of two lgamma() loses them.
for (m in c(2, 11, 343, 344, 1000, 12345, 1e5, 1e6)) {
  add("small_sample_correction", list(m = m), value = "sqrt(2 * pi / m) / beta((m - 1) / 2, 1 / 2)")
}

# ---- pairs

score <- function(n, mean, sd) pmin(27, pmax(0, round(rnorm(n, mean, sd))))
pairs <- list(
  list(x = c(18, 22, 14, 9, 20, 16, 12, 25, 17, 11, 19, 15), y = c(10, 15, 6, 8, 12, 16, 5, 18, 6, 9, 11, 17)),
  list(x = c(12, 15, 9), y = c(12, 10, 4)),
  list(x = c(10, 20, 14, 8), y = c(7, 7, 7, 7)),
  list(x = c(5, 4, 6, 3, 9, 7), y = c(9, 8, 6, 12, 11, 15)),
  (function(x) list(x = x, y = pmin(27, pmax(0, x - round(rnorm(250, 6, 5))))))(score(250, 15, 5)),
  list(x = score(40, 16, 4), y = score(40, 9, 6))
)
for (pair in pairs) {
  add("moments", pair, mean_x = "mean(x)", mean_y = "mean(y)", mean_difference = "mean(x - y)", sd_x = "sd(x)",
      sd_y = "sd(y)", sd_difference = "sd(x - y)", r = "cor(x, y)")
  add("mean_change", pair, value = "mean(x - y)",
      lower = "t.test(x, y, paired = TRUE)$conf.int[1]", upper = "t.test(x, y, paired = TRUE)$conf.int[2]")
  if (sd(pair$y) == 0) next
  # metafor 3.8-1 multiplies the variance of SMCRH by J^2; its present version, and ours, does not.
  smcrh <- paste("escalc('SMCRH', m1i = mean(x), m2i = mean(y), sd1i = sd(x), sd2i = sd(y), ri = cor(x, y),",
                 "ni = length(x))")
  correction <- "metafor:::.cmicalc(length(x) - 1)"
  deviation <- sprintf("qnorm(0.975) * sqrt(%s$vi) / %s", smcrh, correction)
  add("effect_size", pair, value = sprintf("%s$yi[1]", smcrh),
      lower = sprintf("%s$yi[1] - %s", smcrh, deviation), upper = sprintf("%s$yi[1] + %s", smcrh, deviation))
}

# ---- histograms

stays <- list(c(7, 14, 21, 28, 28, 35, 42, 42, 49, 56), 1:5, 1:6, c(3, 3, 3, 3, 3, 3, 3), c(2, 9), 4, rpois(101, 30),
              rpois(300, 45))
for (x in stays) {
  add("median", list(x = x), value = "median(x)",
      lower = "if (qbinom(0.025, length(x), 0.5) == 0) NA else sort(x)[qbinom(0.025, length(x), 0.5)]",
      upper = paste("if (qbinom(0.025, length(x), 0.5) == 0) NA else",
                    "sort(x)[length(x) + 1 - qbinom(0.025, length(x), 0.5)]"))
  for (probability in c(0, 0.1, 0.25, 0.75, 0.9, 1)) {
    add("quantile_type7", list(x = x, probability = probability), value = "quantile(x, probability, names = FALSE)")
  }
}

# The rank itself, seen through the values 1, 2, … n.
for (n in c(seq(1, 60), 100, 999, 1000, 1074, 1075, 1100, 9999, 10000, 123456, 999999, 1000000)) {
  add("median_rank", list(n = n), value = "qbinom(0.025, n, 0.5)")
}

# ---- time to an event; status 0 is censored

followed <- list(
  list(time = c(7, 14, 21, 28, 28, 35, 42, 42, 49, 56, 30, 45), status = c(rep(1, 10), 0, 0)),
  list(time = c(10, 20, 30, 40), status = c(1, 1, 1, 1)),
  list(time = c(5, 5, 8, 9), status = c(1, 0, 0, 0)),
  list(time = c(0, 0, 0, 3, 4, 9, 9), status = c(1, 1, 0, 1, 1, 1, 0)),
  list(time = c(3, 6, 9), status = c(0, 0, 0)),
  list(time = pmin(60, round(rexp(120, 1 / 40))), status = rbinom(120, 1, 0.7)),
  list(time = round(rgamma(500, 3, 1 / 20)), status = rbinom(500, 1, 0.9))
)
curve <- "summary(survfit(Surv(time, status) ~ 1, conf.type = 'log-log'), times = sort(unique(time)))"
# survfit gives limits 1, 1 or none where S is 1, and none where it is 0; neither is a limit.
band <- function(side) sprintf("with(%s, ifelse(surv == 0 | surv == 1, NA, %s))", curve, side)
middle <- "quantile(survfit(Surv(time, status) ~ 1, conf.type = 'log-log'), 0.5)"
for (follow in followed) {
  add("kaplan_meier", follow, survival = paste0(curve, "$surv"), at_risk = paste0(curve, "$n.risk"),
      lower = band("lower"), upper = band("upper"))
  add("kaplan_meier_median", follow, value = sprintf("unname(%s$quantile)", middle),
      lower = sprintf("unname(%s$lower)", middle), upper = sprintf("unname(%s$upper)", middle))
}

# ---- competing exits; status 0 is censored, 1 the kind asked for, 2 another

exits <- list(
  list(time = c(7, 14, 21, 28, 28, 30, 35, 42, 45, 56), status = c(2, 1, 1, 1, 2, 0, 1, 1, 0, 1)),
  list(time = c(4, 4, 9, 12), status = c(1, 1, 1, 1)),
  list(time = c(4, 4, 9, 12, 12), status = c(2, 2, 1, 0, 0)),
  list(time = round(rgamma(200, 3, 1 / 20)), status = sample(0:2, 200, TRUE, c(0.2, 0.5, 0.3)))
)
incidence <- function(time, status, t) {
  fit <- survfit(Surv(time, factor(status, 0:2)) ~ 1)
  summary(fit, times = t, extend = TRUE)$pstate[, match("1", fit$states)]
}
# The double sum of ruling 26, written out; F and S before and at each time.
incidence_variance <- function(time, status, t) {
  at <- sort(unique(time[status > 0 & time <= t]))
  if (length(at) == 0) return(0)
  n <- sapply(at, function(u) sum(time >= u))
  d <- sapply(at, function(u) sum(time == u & status > 0))
  k <- sapply(at, function(u) sum(time == u & status == 1))
  before <- cumprod(c(1, 1 - d / n))[seq_along(at)]
  f <- cumsum(before * k / n)
  rest <- tail(f, 1) - f
  sum(ifelse(n == d, 0, rest^2 * d / (n * (n - d)))) + sum(before^2 * k * (n - k) / n^3) -
    2 * sum(rest * before * k / n^2)
}
for (exit in exits) {
  limit <- function(sign) {
    sprintf(paste("sapply(sort(unique(time)), function(t) with(list(f = incidence(time, status, t),",
                  "v = incidence_variance(time, status, t)), if (f == 0 | abs(f - 1) < 1e-12) NA else",
                  "f^exp(%s qnorm(0.975) * sqrt(v) / (f * abs(log(f))))))"), sign)
  }
  add("aalen_johansen", exit, incidence = "incidence(time, status, sort(unique(time)))", lower = limit(""),
      upper = limit("-"))
}

# ---- charts

for (values in list(c(62, 58, 65, 60, 71, 63, 59, 66, 61, 64, 57, 63), c(1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1),
                    round(rnorm(24, 50, 6), 1))) {
  screened <- "with(list(r = abs(diff(x))), mean(r[r < 3.267 * mean(r)]))"
  add("xmr_chart", list(x = values), centre = "mean(x)", mean_moving_range = screened,
      lower_limit = sprintf("mean(x) - 2.66 * %s", screened), upper_limit = sprintf("mean(x) + 2.66 * %s", screened))
}

funnels <- list(
  list(x = c(30, 22, 48, 9, 41), n = c(50, 48, 70, 25, 64)),
  (function(n) list(x = rbinom(14, n, rbeta(14, 6, 4)), n = n))(10 + rpois(14, 60)),
  (function(n) list(x = rbinom(12, n, 0.5), n = n))(10 + rpois(12, 60))
)
z_scores <- function(x, n) (asin(sqrt(x / n)) - asin(sqrt(sum(x) / sum(n)))) / (1 / (2 * sqrt(n)))
phi <- function(x, n) {
  z <- z_scores(x, n)
  mean(pmin(quantile(z, 0.9), pmax(quantile(z, 0.1), z))^2)
}
tau_squared <- function(x, n) {
  N <- length(x)
  w <- 4 * n
  max(0, (N * phi(x, n) - (N - 1)) / (sum(w) - sum(w^2) / sum(w)))
}
for (units in funnels) {
  add("over_dispersion", units, z_scores = "z_scores(x, n)", phi = "phi(x, n)", tau_squared = "tau_squared(x, n)")
}

for (unit in list(c(0.55, 20, 0), c(0.55, 80, 0), c(0.55, 150, 0), c(0.3, 40, 0.004), c(0.9, 12, 0))) {
  limit <- function(z, side) {
    sprintf("sin(min(pi / 2, max(0, asin(sqrt(target)) %s qnorm(%s) * sqrt(1 / (4 * n) + tau_squared))))^2", side, z)
  }
  add("funnel_limits", list(target = unit[1], n = unit[2], tau_squared = unit[3]), lower_95 = limit(0.975, "-"),
      upper_95 = limit(0.975, "+"), lower_998 = limit(0.999, "-"), upper_998 = limit(0.999, "+"))
}

for (p in list(c(.002, .011, .024, .041, .20), c(0.5, 0.01, 0.01, 0.9, 0.04, 1), 0.03, runif(40)^2)) {
  add("benjamini_hochberg", list(p = p), value = "p.adjust(p, 'BH')")
}

add("p_chart", list(x = c(16, 25, 20, 1, 31), n = c(30, 30, 40, 10, 40)),
    lower_limit = "with(list(p = sum(x) / sum(n)), pmax(0, p - 3 * sqrt(p * (1 - p) / n)))",
    upper_limit = "with(list(p = sum(x) / sum(n)), pmin(1, p + 3 * sqrt(p * (1 - p) / n)))")

# ---- output

write_cases(c("survival", "metafor"), c("x", "y", "a", "s", "time", "status", "p"), commandArgs(TRUE)[1])
