# Says on stdout, as JSON, what R makes of the trial's raw file:
#
#   Rscript test/real_trial/expected.R RAW_FILE [SHA256_OF_RAW_FILE] > test/real_trial/expected.json
#
# It reads the file by itself and knows nothing of the warehouse: the made-up dates are the only thing the two share
# (pipelines/real_trial/delivery_rows.ts). Plain R, no packages.

arguments <- commandArgs(TRUE)
raw <- read.csv(arguments[1], stringsAsFactors = FALSE, fileEncoding = "UTF-8-BOM")

admitted <- as.Date("2024-01-15")
dates <- seq(admitted, by = "month", length.out = 19)
discharged <- dates[7]

# ---- the raw file, one row for each patient and one column for each month

month <- suppressWarnings(as.integer(as.character(raw$month)))
score <- suppressWarnings(as.numeric(raw$phq9))
patients <- unique(raw[c("patient", "grp")])
patients$group <- gsub("[^a-z0-9]+", "-", tolower(patients$grp))
stopifnot(!duplicated(patients$patient))

# imputed scores are not whole, or lie outside 0 to 27: nobody answered them
counts <- !is.na(month) & month <= 18 & !is.na(score) & score == round(score) & score >= 0 & score <= 27
scored <- data.frame(patient = raw$patient, month = month, score = score)[counts, ]
scored$day <- as.integer(dates[scored$month + 1] - admitted)
scored$after <- as.integer(dates[scored$month + 1] - discharged)

# ---- what each patient's scores say

pick <- function(rows, nearest) {
  rows <- rows[order(nearest(rows), rows$day), ]
  rows$score[match(patients$patient, rows$patient)]
}

judge <- function(scored) {
  baseline <- pick(scored[scored$day <= 7, ], function(rows) rows$day)
  post <- pick(scored[scored$day > 7 & scored$after <= 14, ], function(rows) -rows$day)
  followup <- pick(scored[scored$after >= 150 & scored$after <= 210, ], function(rows) abs(rows$after - 180))
  data.frame(group = patients$group, baseline, post, followup)
}

# ---- figures

figure <- function(measure, units, numerator, value, limits) {
  data.frame(measure, units, numerator, value, lower = limits[1], upper = limits[2])
}

share <- function(measure, hits) {
  if (length(hits) == 0) return(NULL)
  figure(measure, length(hits), sum(hits), mean(hits), prop.test(sum(hits), length(hits), correct = FALSE)$conf.int)
}

change <- function(measure, x, y) {
  if (length(x) < 2) return(NULL)
  figure(measure, length(x), NA, mean(x - y), t.test(x, y, paired = TRUE)$conf.int)
}

# standardized mean change by the SD of x, exact correction, variance of Bonett 2008, equation 13
effect <- function(measure, x, y) {
  if (length(x) < 20) return(NULL)
  m <- length(x) - 1
  g <- exp(lgamma(m / 2) - log(m / 2) / 2 - lgamma((m - 1) / 2)) * mean(x - y) / sd(x)
  variance <- var(x - y) / (var(x) * m) + g^2 / (2 * m)
  figure(measure, length(x), NA, g, g + c(-1, 1) * qnorm(0.975) * sqrt(variance))
}

figures <- function(one) {
  pairs <- one[!is.na(one$baseline) & !is.na(one$post), ]
  cases <- pairs[pairs$baseline >= 10, ]
  followed <- one[!is.na(one$baseline) & !is.na(one$followup), ]
  rbind(
    effect("phq9_effect_size", pairs$baseline, pairs$post),
    change("phq9_change", pairs$baseline, pairs$post),
    share("phq9_reliable_improvement", pairs$baseline - pairs$post >= 6),
    share("phq9_reliable_deterioration", pairs$post - pairs$baseline >= 6),
    share("phq9_response", cases$post <= cases$baseline / 2),
    share("phq9_remission", cases$post < 5),
    share("followup_retention", !is.na(one$followup)),
    change("phq9_change_at_followup", followed$baseline, followed$followup),
    effect("phq9_effect_size_at_followup", followed$baseline, followed$followup)
  )
}

of_run <- function(run, scored) {
  judged <- judge(scored)
  groups <- c(everyone = "", setNames(sort(unique(judged$group)), sort(unique(judged$group))))
  do.call(rbind, lapply(groups, function(group) {
    cbind(run = run, group = group, figures(judged[group == "" | judged$group == group, ]))
  }))
}

all <- suppressWarnings(rbind(of_run("months 0, 6 and 12", scored[scored$month %in% c(0, 6, 12), ]),
                              of_run("all months", scored)))

# ---- output

cell <- function(x) {
  if (is.character(x)) return(sprintf("\"%s\"", x))
  if (is.na(x)) "null" else format(as.numeric(x), digits = 17)
}

row <- function(index) {
  cells <- vapply(all[index, ], cell, "")
  sprintf("  {%s}", paste(sprintf("\"%s\": %s", names(all), cells), collapse = ", "))
}

writeLines(c(sprintf("{\"raw_sha256\": %s, \"software\": \"R %s\", \"figures\": [", cell(c(arguments, "", "")[2]),
                     getRversion()),
             paste(vapply(seq_len(nrow(all)), row, ""), collapse = ",\n"), "]}"))
