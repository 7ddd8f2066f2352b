# Writes case_mix.json: invented people of three programs in two years, and what glm() expects of them.
#
#   Rscript test/publish/case_mix.R test/publish/case_mix.json
#
# Run it from the root of the repository. The model is fitted on 2025; `part` is the fifth that a row is held out with.

suppressMessages(library(pROC))
set.seed(20260331)

rows <- expand.grid(phq9_band = 3:5, gad7_band = 2, age_band = c("18-25", "26-44"), sex = c("female", "male"),
                    co_occurring_sud = "no", has_prior_episode = "false", payer = c("commercial", "medicaid", "self_pay"),
                    referral_source = "self", program = c("a", "b", "c"), year = 2024:2025, stringsAsFactors = FALSE)
covariates <- c("phq9_band", "gad7_band", "age_band", "sex", "co_occurring_sud", "has_prior_episode", "payer",
                "referral_source")
rows$pattern <- do.call(paste, c(rows[covariates], sep = "|"))
rows$part <- sample(0:4, nrow(rows), TRUE)
rows$n <- rpois(nrow(rows), 5)
rows <- rows[rows$n > 0, ]
odds <- with(rows, 0.4 - 0.5 * (phq9_band == 5) - 0.7 * (payer == "medicaid") + 0.3 * (sex == "male") +
               0.5 * (program == "b"))
rows$numerator <- rbinom(nrow(rows), rows$n, plogis(odds))

reference <- rows[rows$year == 2025, ]
fit <- function(data) {
  glm(cbind(numerator, n - numerator) ~ factor(phq9_band) + age_band + sex + payer, binomial, data)
}
rows$p <- predict(fit(reference), rows, type = "response")
reference$held <- NA
for (part in 0:4) {
  own <- reference$part == part
  reference$held[own] <- predict(fit(reference[!own, ]), reference[own, ], type = "response")
}
outcome <- with(reference, rep(rep(c(1, 0), length(n)), c(rbind(numerator, n - numerator))))
held <- with(reference, rep(held, n))
logits <- qlogis(held)

groups <- unlist(lapply(c("a", "b", "c"), function(group) {
  lapply(c("", "2024", "2025"), function(period) {
    with(rows[rows$program == group & (period == "" | rows$year == period), ], {
      observed <- sum(numerator)
      sprintf(paste("{\"group\": \"%s\", \"period\": \"%s\", \"units\": %d, \"observed\": %d, \"expected\": %.15g,",
                    "\"z\": %.15g, \"lower\": %.15g, \"upper\": %.15g}"), group, period, sum(n), observed,
              sum(n * p), (observed - sum(n * p)) / sqrt(sum(n * p * (1 - p))),
              qgamma(0.025, observed) / sum(n * p), qgamma(0.975, observed + 1) / sum(n * p))
    })
  })
}))
model <- sprintf(paste("{\"units\": %d, \"events\": %d, \"parameters\": %d, \"c_statistic\": %.15g, \"brier\": %.15g,",
                       "\"intercept\": %.15g, \"slope\": %.15g}"), sum(reference$n), sum(reference$numerator),
                 length(coef(fit(reference))), as.numeric(auc(outcome, held, direction = "<", quiet = TRUE)),
                 mean((outcome - held)^2), coef(glm(outcome ~ offset(logits), family = binomial)),
                 coef(glm(outcome ~ logits, family = binomial))[2])
lines <- with(rows, sprintf("[\"%s\", %d, \"%s\", %d, %d, %d]", program, year, pattern, part, n, numerator))
writeLines(c(sprintf("{\"software\": {\"R\": \"%s\", \"pROC\": \"%s\"},", getRversion(), packageVersion("pROC")),
             sprintf("\"model\": %s,", model), "\"groups\": [", paste(groups, collapse = ",\n"), "],",
             "\"rows\": [", paste(lines, collapse = ",\n"), "]}"), commandArgs(TRUE)[1])
