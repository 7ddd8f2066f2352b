# Writes models.json: what R says of the inputs on which the tests call the models and the methods for missing data.
#
#   Rscript test/statistics/models.R test/statistics/models.json
#
# Run it from the root of the repository. cases.R says what a case is.

suppressMessages({
  library(mice)
  library(pROC)
})
source("test/statistics/cases.R")

# ---- logistic regression of counts: covariates a and b (whole numbers, categorical), n units, y successes

# glm() drops columns by a tolerance of epsilon / 1000, so that a sharp epsilon keeps what it should drop. It starts
# again from where it ended instead, until rounding.
logit <- function(formula) {
  model <- glm(formula, family = binomial)
  for (again in 1:3) {
    environment(formula)$.fitted <- fitted(model)
    model <- glm(formula, family = binomial, mustart = .fitted)
  }
  model
}
add_logit <- function(statistic, input, formula) {
  add(statistic, input, coefficients = sprintf("unname(coef(logit(%s)))", formula),
      covariance = sprintf("c(unname(vcov(logit(%s))))", formula),
      fitted = sprintf("unname(fitted(logit(%s)))", formula), deviance = sprintf("deviance(logit(%s))", formula))
}

set.seed(20260201)
grid <- expand.grid(a = 0:3, b = 0:2)
tables <- list(
  list(a = c(0, 1), b = c(0, 0), n = c(40, 60), y = c(12, 42)),
  (function(n) {
    c(grid, list(n = n, y = rbinom(12, n, plogis(-0.4 + 0.3 * grid$a - 0.5 * (grid$b == 2)))))
  })(rpois(12, 25)),
  (function(n) c(grid, list(n = n, y = rbinom(12, n, plogis(-4 + 0.3 * grid$a)))))(5 + rpois(12, 300)),
  # many patterns of few units, some of none
  (function(g) {
    n <- rpois(nrow(g), 1.5)
    c(as.list(g), list(n = n, y = rbinom(nrow(g), n, plogis(0.2 * g$a - 0.1 * g$b))))
  })(expand.grid(a = 0:5, b = 0:7))
)
for (table in tables) {
  terms <- if (length(unique(table$b)) > 1) "factor(a) + factor(b)" else "factor(a)"
  add_logit("logistic_regression", table, paste("cbind(y, n - y) ~", terms))
}
# The last column is a combination of those before it: R's coefficient is NA.
lines <- list(
  list(a = c(0, 1, 2, 3), b = c(1, 2, 3, 4), n = c(30, 40, 20, 50), y = c(10, 16, 11, 31)),
  (function(a, n) list(a = a, b = (a - 13)^2, n = n, y = rbinom(28, n, plogis(1 - 0.12 * a))))(0:27, rpois(28, 9))
)
for (line in lines) add_logit("logistic_regression_lines", line, "cbind(y, n - y) ~ a + b + I(2 * a - b)")
add_logit("logistic_regression_offset", lines[[2]], "cbind(y, n - y) ~ a + offset(b / 50)")

# ---- inverse probability weights: units with covariates a and b, r 1 if measured, y then the value

# The estimating equations of the coefficients and of the mean, stacked; bounds of the weights fixed.
weighting <- function(a, b, r, y) {
  model <- logit(if (length(unique(b)) > 1) r ~ factor(a) + factor(b) else r ~ factor(a))
  X <- model.matrix(model)
  p <- fitted(model)
  bounds <- quantile(1 / p[r == 1], c(0.01, 0.99))
  w <- pmin(pmax(1 / p, bounds[1]), bounds[2])
  value <- sum(r * w * y) / sum(r * w)
  equations <- cbind(X * (r - p), r * w * (y - value))
  moving <- abs(w * p - 1) < 1e-9
  slopes <- rbind(cbind(t(X) %*% (X * p * (1 - p)), 0),
                  c(colSums(X * ifelse(moving, (1 - p) / p, 0) * r * (y - value)), sum(r * w)))
  covariance <- solve(slopes) %*% crossprod(equations) %*% t(solve(slopes))
  effective_size <- sum(r * w)^2 / sum(r * w^2)
  freedom <- effective_size - ncol(X)
  list(value = value, effective_size = effective_size, largest_weight = max(w[r == 1]),
       half = qt(0.975, freedom) * sqrt(covariance[ncol(X) + 1, ncol(X) + 1] * effective_size / freedom))
}
responses <- function(n, levels, missing) {
  a <- sample(0:(levels - 1), n, TRUE)
  b <- sample(0:2, n, TRUE, c(0.5, 0.3, 0.2))
  list(a = a, b = b, r = rbinom(n, 1, plogis(missing + 2.4 * a / levels - 0.8 * (b == 2))))
}
with_values <- function(units, y) {
  c(units, list(y = ifelse(units$r == 1, y, 0)))
}
shares <- c(
  list(list(a = rep(c(1, 0), c(60, 40)), b = rep(0, 100), r = rep(c(1, 0, 1, 0), c(42, 18, 12, 28)),
            y = rep(c(1, 0, 1, 0), c(30, 30, 3, 37)))),
  lapply(c(120, 400), function(n) with_values(u <- responses(n, 3, -0.5), rbinom(n, 1, plogis(-0.6 + 0.5 * u$a)))),
  # a few heavy weights, which are cut
  list(with_values(u <- responses(600, 12, -3), rbinom(600, 1, plogis(-0.6 + 0.1 * u$a))))
)
for (share in shares) {
  limit <- function(sign) {
    sprintf("with(weighting(a, b, r, y), plogis(qlogis(value) %s half / (value * (1 - value))))", sign)
  }
  add("inverse_probability_share", share, value = "weighting(a, b, r, y)$value", lower = limit("-"), upper = limit("+"),
      effective_size = "weighting(a, b, r, y)$effective_size", largest_weight = "weighting(a, b, r, y)$largest_weight")
}
changes <- c(
  lapply(c(40, 300), function(n) with_values(u <- responses(n, 3, -0.2), round(rnorm(n, 2 + u$a, 5)))),
  list(with_values(u <- responses(600, 12, -3), round(rnorm(600, 0.4 * u$a, 5)))),
  # everyone measured: the t interval
  list(list(a = rep(0:1, 10), b = rep(0, 20), r = rep(1, 20), y = round(rnorm(20, 4, 5))))
)
for (change in changes) {
  everyone <- all(change$r == 1)
  limit <- function(sign, side) {
    if (everyone) return(sprintf("t.test(y)$conf.int[%d]", side))
    sprintf("with(weighting(a, b, r, y), value %s half)", sign)
  }
  add("inverse_probability_mean", change, value = if (everyone) "mean(y)" else "weighting(a, b, r, y)$value",
      lower = limit("-", 1), upper = limit("+", 2))
}

# ---- indirect standardisation

for (count in c(0:20, 25, 42, 99, 100, 150, 151, 500, 1234, 10000, 123456)) {
  add("poisson_limits", list(count = count), lower = "if (count == 0) 0 else qgamma(0.025, count)",
      upper = "qgamma(0.975, count + 1)")
}
for (group in list(c(42, 36.5, 19.25, 0.45), c(0, 3.2, 2.1, 0.3), c(17, 9.75, 2.4, 0.8), c(230, 251.2, 80.6, 0.62))) {
  limits <- "poisson.test(observed)$conf.int"
  add("indirect_standardisation", setNames(as.list(group), c("observed", "expected", "variance", "overall")),
      ratio = "observed / expected", ratio_limits = sprintf("c(%s) / expected", limits),
      adjusted_share = "min(1, observed / expected * overall)",
      adjusted_limits = sprintf("pmin(1, c(%s) / expected * overall)", limits),
      z = "(observed - expected) / sqrt(variance)")
}

# ---- calibration: n units of predicted probability p, y of which had the outcome

predictions <- list(
  list(p = c(0.3, 0.7), n = c(40, 60), y = c(12, 42)),
  (function(p) {
    list(p = p, n = n <- 1 + rpois(60, 4), y = rbinom(60, n, plogis(0.3 + 0.7 * qlogis(p))))
  })(round(runif(60, 0.05, 0.9), 2)),
  (function(p) list(p = p, n = n <- rep(1, 200), y = rbinom(200, n, p)))(plogis(rnorm(200))),
  # so many of one probability that fewer than ten groups are left
  (function(p) list(p = p, n = c(4, 90, 3, 3, 40, 6), y = c(0, 20, 1, 2, 21, 5)))(c(0.1, 0.2, 0.3, 0.4, 0.5, 0.8))
)
outcomes <- function(n, y) unlist(mapply(function(n, y) rep(1:0, c(y, n - y)), n, y))
tenths <- function(p, n) cut(rep(p, n), unique(quantile(rep(p, n), 0:10 / 10)), include.lowest = TRUE)
for (prediction in predictions) {
  line <- function(formula, index) {
    sprintf("with(list(m = logit(%s)), unname(coef(m)[%d] + c(0, -1, 1) * qnorm(0.975) * sqrt(vcov(m)[%d, %d])))",
            formula, index, index, index)
  }
  by_tenth <- function(x) sprintf("unname(tapply(%s, droplevels(tenths(p, n)), sum))", x)
  add("calibration", prediction,
      c_statistic = "as.numeric(auc(outcomes(n, y), rep(p, n), direction = '<', levels = 0:1, quiet = TRUE))",
      brier_score = "mean((outcomes(n, y) - rep(p, n))^2)",
      intercept = line("cbind(y, n - y) ~ offset(qlogis(p))", 1), slope = line("cbind(y, n - y) ~ qlogis(p)", 2),
      units = by_tenth("rep(1, sum(n))"), observed = by_tenth("outcomes(n, y)"), expected = by_tenth("rep(p, n)"))
}

# ---- Laney's p'-chart

laney <- function(x, n) {
  p <- sum(x) / sum(n)
  sigma <- sqrt(p * (1 - p) / n)
  list(sigma_z = mean(abs(diff((x / n - p) / sigma))) / 1.128, centre = p, sigma = sigma)
}
for (chart in list(list(x = c(620, 655, 580, 610), n = c(1000, 1000, 1000, 1000)),
                   (function(n) list(x = rbinom(24, n, rbeta(24, 60, 40)), n = n))(500 + rpois(24, 900)),
                   (function(n) list(x = rbinom(12, n, 0.3), n = n))(50 + rpois(12, 30)),
                   list(x = c(95, 99, 70, 98), n = c(100, 100, 100, 100)))) {
  limit <- function(sign, clip) {
    sprintf("with(laney(x, n), %s, centre %s 3 * sigma * sigma_z))", clip, sign)
  }
  add("laney_p_chart", chart, sigma_z = "laney(x, n)$sigma_z", lower_limit = limit("-", "pmax(0"),
      upper_limit = limit("+", "pmin(1"))
}

# ---- severity-adjusted effect size: a reference of pairs x (before) and y (after), a site of pairs a and b

pairs <- function(n, benefit) {
  x <- pmin(27, pmax(10, round(rnorm(n, 16, 4))))
  list(x = x, y = pmin(27, pmax(0, x - round(rnorm(n, benefit + 0.4 * (x - 16), 5)))))
}
for (site in list(pairs(25, 5), pairs(60, 8), list(x = c(14, 21), y = c(3, 20)),
                  list(x = c(15, 15, 15), y = c(8, 2, 11)))) {
  input <- c(pairs(300, 6), list(a = site$x, b = site$y))
  effects <- paste("with(list(m = lm(x - y ~ x)), (mean(x - y) + a - b - coef(m)[1] - coef(m)[2] * a) / sd(x))")
  add("severity_adjusted_effect_size", input, value = sprintf("mean(%s)", effects),
      lower = sprintf("t.test(%s)$conf.int[1]", effects), upper = sprintf("t.test(%s)$conf.int[2]", effects))
}

# ---- pooling of imputations: estimates y and their variances v; complete has that many degrees of freedom

imputed <- list(list(y = c(.46, .49, .44, .47, .45), v = rep(.0026, 5)), list(y = c(3, 5), v = c(1, 2)),
                list(y = rnorm(20, 6, 0.1), v = runif(20, 0.2, 0.3)),
                list(y = rnorm(50, 6, 2), v = runif(50, 0.2, 0.3)))
for (values in imputed) {
  for (complete in c(Inf, 12, 499)) {
    input <- c(values, if (is.finite(complete)) list(complete = complete))
    pooled <- if (is.finite(complete)) "pool.scalar(y, v, n = complete + 1)" else "pool.scalar(y, v)"
    limit <- function(sign) sprintf("with(%s, qbar %s qt(0.975, df) * sqrt(t))", pooled, sign)
    add("rubin", input, value = sprintf("%s$qbar", pooled), lower = limit("-"), upper = limit("+"),
        standard_error = sprintf("sqrt(%s$t)", pooled), degrees_of_freedom = sprintf("%s$df", pooled),
        fraction_missing = sprintf("%s$fmi", pooled))
  }
}

# ---- regression of a score: n units with covariates a and b and score y

for (line in lines) {
  fitted <- "lm(y ~ a + b + I(2 * a - b), weights = n)"
  # coefficients that R calls NA count nothing; the degrees of freedom are those of units, not of patterns
  add("score_regression", line,
      coefficients = sprintf("with(list(k = unname(coef(%s))), ifelse(is.na(k), 0, k))", fitted),
      residual_squares = sprintf("deviance(%s)", fitted), degrees_of_freedom = sprintf("sum(n) - %s$rank", fitted))
}

# ---- predictive mean matching: covariates a and b, score y, known where r is 1. Both sides draw by chance, so that 500
# imputations agree to about 0.01.

imputations <- function(a, b, r, y, m) {
  data <- data.frame(a = a, b = b, y = ifelse(r == 1, y, NA))
  completed <- mice(data, method = "pmm", m = m, maxit = 1, seed = 20260301, printFlag = FALSE)
  sapply(1:m, function(set) complete(completed, set)$y)
}
pooled <- function(a, b, r, y) {
  sets <- imputations(a, b, r, y, 500)
  c(pool.scalar(colMeans(sets), apply(sets, 2, var) / length(y)), list(spread = mean(apply(sets, 2, sd))))
}
for (n in c(60, 200)) {
  a <- round(runif(n, 10, 27))
  b <- rbinom(n, 1, 0.5)
  r <- rbinom(n, 1, plogis(4 - 0.15 * a - 0.8 * b))
  y <- pmin(27, pmax(0, round(0.7 * a - 3 + 2 * b + rnorm(n, 0, 3))))
  add("predictive_mean_matching", list(a = a, b = b, r = r, y = ifelse(r == 1, y, 0)),
      value = "pooled(a, b, r, y)$qbar", standard_error = "sqrt(pooled(a, b, r, y)$t)", spread = "pooled(a, b, r, y)$spread")
}

# ---- output

write_cases(c("pROC", "mice"), c("a", "b", "n", "y", "r", "p", "x", "v"), commandArgs(TRUE)[1])
