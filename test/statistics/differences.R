# Writes differences.json: what R says of the inputs on which the tests call the tests of differences.
#
#   Rscript test/statistics/differences.R test/statistics/differences.json
#
# Run it from the root of the repository. cases.R says what a case is.

source("test/statistics/cases.R")
set.seed(20260401)

# ---- shares: x of n

for (pair in list(list(x = c(78, 45), n = c(120, 90)), list(x = c(27, 300), n = c(64, 520)), list(x = c(0, 9), n = c(40, 31)),
                  list(x = c(40, 12), n = c(40, 35)), list(x = c(310, 5200), n = c(500, 9000)),
                  list(x = c(60, 190), n = c(900, 1000)))) {
  add("score_test", pair, p_value = "prop.test(x, n, correct = FALSE)$p.value")
}

# ---- means: x and y

means <- list(list(x = c(14, 16, 18, 20), y = c(10, 12, 14, 16)), list(x = c(3, 9), y = c(4, 4, 4)),
              list(x = round(rnorm(40, 6, 5)), y = round(rnorm(300, 5, 7))),
              list(x = round(rnorm(35, 9, 2)), y = round(rnorm(60, 3, 6))))
for (each in means) add("welch_test", each, p_value = "t.test(x, y)$p.value")

# ---- ratios of totals: a of s in one group of episodes, b of t in the other

variance <- function(a, s) {
  m <- length(a)
  m / (m - 1) * sum((a - sum(a) / sum(s) * s)^2) / sum(s)^2
}
sessions <- function(m, p) {
  s <- 1 + rpois(m, 20)
  list(a = rbinom(m, s, rbeta(m, 8 * p, 8 * (1 - p))), s = s)
}
pairs <- list(list(a = c(27, 24, 3, 12, 36), s = c(30, 30, 10, 30, 36), b = c(10, 16, 7), t = c(20, 20, 20)),
              c(sessions(40, 0.8), setNames(sessions(200, 0.7), c("b", "t"))),
              c(sessions(33, 0.5), setNames(sessions(900, 0.52), c("b", "t"))))
for (pair in pairs) {
  error <- "sqrt(variance(a, s) + variance(b, t))"
  value <- "(sum(a) / sum(s) - sum(b) / sum(t))"
  add("ratio_difference", pair, value = value, lower = sprintf("%s - qnorm(0.975) * %s", value, error),
      upper = sprintf("%s + qnorm(0.975) * %s", value, error), p_value = sprintf("2 * pnorm(-abs(%s) / %s)", value, error))
}

# ---- output

write_cases(character(0), c("x", "n", "y", "a", "s", "b", "t"), commandArgs(TRUE)[1])
