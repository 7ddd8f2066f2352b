# Writes effects.json: what R says of the inputs on which the tests call the effect sizes and individual change.
#
#   Rscript test/statistics/effects.R test/statistics/effects.json
#
# Run it from the root of the repository. cases.R says what a case is.

source("test/statistics/cases.R")
suppressMessages({
  library(boot)
  library(metafor)
})

# ---- noncentral t

# pt() holds up to |ncp| = 37.62. Beyond, the mean of pnorm(t * s - ncp) over the chi density of s, in log(s), piece by
# piece around the peak of the density and the step of pnorm().
noncentral <- function(t, df, ncp) {
  if (abs(ncp) < 37.62) return(pt(t, df, ncp))
  constant <- df / 2 * log(df / 2) - df / 2 - lgamma(df / 2) + log(2)
  integrand <- function(u) exp(pnorm(t * exp(u) - ncp, log.p = TRUE) + constant + df * (u - expm1(2 * u) / 2))
  width <- 1 / sqrt(2 * df)
  ends <- c(-max(40 / df, 12 * width), 12 * width)
  edges <- c(ends, c(-4, -2, 0, 2, 4, 8) * width)
  if (ncp * t > 0) edges <- c(edges, log(ncp / t) + c(-8, -3, 0, 3, 8) / abs(ncp))
  edges <- sort(unique(edges[edges >= ends[1] & edges <= ends[2]]))
  piece <- function(from, to) {
    integrate(integrand, from, to, rel.tol = 1e-13, abs.tol = 1e-16, subdivisions = 1000, stop.on.error = FALSE)$value
  }
  sum(mapply(piece, head(edges, -1), edges[-1]))
}
noncentrality <- function(t, df, probability) {
  around <- t + c(-12, 12) * sqrt(1 + t^2 / (2 * df))
  uniroot(function(ncp) noncentral(t, df, ncp) - probability, around, extendInt = "downX", tol = 1e-13)$root
}

for (each in list(c(2, 50, 0.04), c(3, 19, 2), c(1.5, 29, -0.5), c(25, 199, 24), c(4.62678999, 11, 1.83809019),
                  c(4.62678999, 11, 7.30977855), c(0, 1, 0), c(0, 4, 1.5), c(-2, 1, 0.5), c(1e6, 1, 3), c(-5, 2.5, -9),
                  c(12, 1, 4), c(31, 3, 37), c(9, 11, 20), c(60, 11, 20), c(8, 1e5, 7.5), c(35, 1e5, 37.5))) {
  add("noncentral_t", list(t = each[1], df = each[2], ncp = each[3]), value = "pt(t, df, ncp)")
}
for (df in c(1, 1.5, 2, 5, 11, 29, 99, 1000, 1e5)) {
  for (ncp in c(-45, 38, 45)) {
    for (t in ncp + c(-6, -1, 0, 2, 7) * sqrt(1 + ncp^2 / (2 * df))) {
      add("noncentral_t", list(t = t, df = df, ncp = ncp), value = "noncentral(t, df, ncp)")
    }
  }
}
for (each in list(c(4.62678999, 11), c(0, 5), c(-3, 29), c(2, 1), c(20, 249), c(30, 1000), c(45, 60), c(100, 20),
                  c(-60, 2), c(41, 1e5))) {
  add("noncentral_t_limits", list(t = each[1], df = each[2]), lower = "noncentrality(t, df, 0.975)",
      upper = "noncentrality(t, df, 0.025)")
}

# ---- standardized mean changes

score <- function(n, mean, sd) pmin(27, pmax(0, round(rnorm(n, mean, sd))))
set.seed(20260301)
worked <- list(x = c(18, 22, 14, 9, 20, 16, 12, 25, 17, 11, 19, 15), y = c(10, 15, 6, 8, 12, 16, 5, 18, 6, 9, 11, 17))
pairs <- list(
  worked,
  list(x = c(12, 15, 9), y = c(12, 10, 4)),
  list(x = c(5, 4, 6, 3, 9, 7), y = c(9, 8, 6, 12, 11, 15)),
  (function(x) list(x = x, y = pmin(27, pmax(0, x - round(rnorm(250, 6, 5))))))(score(250, 15, 5)),
  (function(x) list(x = x, y = pmax(0, x - sample(4:8, 120, TRUE))))(score(120, 18, 4)),
  list(x = score(40, 16, 4), y = score(40, 9, 6))
)
constant_end <- list(x = c(10, 20, 14, 8), y = c(7, 7, 7, 7))

J <- function(n) metafor:::.cmicalc(n - 1)
escalc_of <- function(measure, x, y) {
  escalc(measure, m1i = mean(x), m2i = mean(y), sd1i = sd(x), sd2i = sd(y), ri = cor(x, y), ni = length(x))
}
d_av <- function(x, y) mean(x - y) / sqrt((var(x) + var(y)) / 2)
d_av_error <- function(x, y) sqrt(var(x - y) / length(x)) / sqrt((var(x) + var(y)) / 2)
d_rm <- function(x, y) mean(x - y) / (sd(x - y) / sqrt(2 * (1 - cor(x, y))))
d_rm_error <- function(x, y) sqrt((1 / length(x) + d_rm(x, y)^2 / (2 * length(x))) * 2 * (1 - cor(x, y)))
d_z_limit <- function(x, y, probability) {
  t <- unname(t.test(x, y, paired = TRUE)$statistic)
  noncentrality(t, length(x) - 1, probability) / sqrt(length(x))
}

# effectsize is not needed: its standard errors are written out above. It takes normal limits and multiplies value and
# limits by J.
add_normal <- function(statistic, input, value, error, times = "1") {
  limit <- function(sign) sprintf("%s * (%s %s qnorm(0.975) * %s)", times, value, sign, error)
  add(statistic, input, value = sprintf("%s * %s", times, value), lower = limit("-"), upper = limit("+"))
}
for (pair in pairs) {
  add_normal("effect_size_smcr", pair, "escalc_of('SMCR', x, y)$yi[1]", "sqrt(escalc_of('SMCR', x, y)$vi)")
  add("d_z", pair, value = "escalc_of('SMCC', x, y)$yi[1] / J(length(x))", lower = "d_z_limit(x, y, 0.975)",
      upper = "d_z_limit(x, y, 0.025)")
  add("g_z", pair, value = "escalc_of('SMCC', x, y)$yi[1]", lower = "J(length(x)) * d_z_limit(x, y, 0.975)",
      upper = "J(length(x)) * d_z_limit(x, y, 0.025)")
  add_normal("d_rm", pair, "d_rm(x, y)", "d_rm_error(x, y)")
  add_normal("g_rm", pair, "d_rm(x, y)", "d_rm_error(x, y)", "J(length(x))")
}
add("effect_size_smcr", constant_end, value = "J(length(x)) * mean(x - y) / sd(x)", lower = "NA", upper = "NA")
for (pair in c(pairs, list(constant_end))) {
  add_normal("d_av", pair, "d_av(x, y)", "d_av_error(x, y)")
  add_normal("g_av", pair, "d_av(x, y)", "d_av_error(x, y)", "J(length(x))")
  add_normal("fixed_reference_effect_size", c(pair, list(reference_sd = 5.4)), "mean(x - y) / reference_sd",
             "sd(x - y) / sqrt(length(x)) / reference_sd")
}

# ---- the bootstrap of mean(x - y) / sd(x), 40000 resamples on either side

bootstrap <- function(x, y) {
  statistic <- function(rows, drawn) mean(rows[drawn, 1] - rows[drawn, 2]) / sd(rows[drawn, 1])
  set.seed(20260101)
  drawn <- boot(cbind(x, y), statistic, 40000)
  influence <- empinf(data = cbind(x, y), statistic = statistic, stype = "i", type = "jack")
  limits <- boot.ci(drawn, type = c("perc", "bca"), L = influence)
  c(limits$percent[4:5], limits$bca[4:5])
}
for (pair in pairs[c(1, 6)]) {
  add("bootstrap_bca", pair, value = "mean(x - y) / sd(x)", limits = "bootstrap(x, y)")
}

# ---- individual change; the critical value is the exact quantile, 1.96 rounded

for (each in list(c(4.5, 0.92), c(4.5, 0.83), c(5.7, 0.84), c(6.1, 0), c(5, 0.999))) {
  add("reliable_change", list(sd = each[1], reliability = each[2], change = 5),
      threshold = "qnorm(0.975) * sqrt(2) * sd * sqrt(1 - reliability)",
      index = "change / (sd * sqrt(2 * (1 - reliability)))")
}
for (each in list(c(16, 5.5, 3, 4), c(14, 4.5, 3, 3.4), c(12, 0, 4, 2))) {
  add("cut_offs", list(m1 = each[1], s1 = each[2], m0 = each[3], s0 = each[4]), a = "m1 - 2 * s1", b = "m0 + 2 * s0",
      c = "(s0 * m1 + s1 * m0) / (s0 + s1)")
}
for (pair in pairs) {
  add("individual_change", c(pair, list(threshold = 5.2, cut_off = 10)),
      recovered = "sum(x - y > threshold & x >= cut_off & y < cut_off)",
      improved = "sum(x - y > threshold & !(x >= cut_off & y < cut_off))",
      unchanged = "sum(abs(x - y) <= threshold)", deteriorated = "sum(y - x > threshold)")
}

# ---- two groups

groups <- list(
  list(x = c(14, 16, 18, 20), y = c(10, 12, 14, 16)),
  list(x = c(3, 9), y = c(4, 4, 4)),
  list(x = score(35, 16, 4), y = score(120, 12, 6)),
  list(x = score(300, 11, 6), y = score(280, 11, 5))
)
for (group in groups) {
  add("standardised_mean_difference", group, value = "(mean(x) - mean(y)) / sqrt((var(x) + var(y)) / 2)")
  add("welch_difference", group, value = "mean(x) - mean(y)", lower = "t.test(x, y)$conf.int[1]",
      upper = "t.test(x, y)$conf.int[2]")
}
for (each in list(c(30, 60, 8, 40), c(0, 12, 5, 9), c(700, 1000, 21, 30))) {
  add("standardised_share_difference", list(x1 = each[1], n1 = each[2], x0 = each[3], n0 = each[4]),
      value = "(x1 / n1 - x0 / n0) / sqrt((x1 / n1 * (1 - x1 / n1) + x0 / n0 * (1 - x0 / n0)) / 2)")
}

# ---- output

write_cases(c("boot", "metafor"), c("x", "y"), commandArgs(TRUE)[1])
