# Writes models.json: what R says of the inputs on which the tests call the models and the methods for missing data.
#
#   Rscript test/statistics/models.R test/statistics/models.json
#
# Run it from the root of the repository. cases.R says what a case is.

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
  (function(n) c(grid, list(n = n, y = rbinom(12, n, plogis(-0.4 + 0.3 * grid$a - 0.5 * (grid$b == 2))))))(rpois(12, 25)),
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

# ---- output

write_cases(c("MASS"), c("a", "b", "n", "y"), commandArgs(TRUE)[1])
