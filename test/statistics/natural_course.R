# Writes natural_course.json: what R says of the normal distribution, of a cut-off, and of rounded and clipped pairs of scores.
#
#   Rscript test/statistics/natural_course.R test/statistics/natural_course.json
#
# The regression to the mean of continuous scores is integrated, not taken from the formula that is tested. Pairs of whole
# scores are rectangles of a bivariate normal (Genz's TVPACK); their mean, SD and correlation are what the test hands in.

suppressMessages(library(mvtnorm))

normal <- lapply(c(-37, -20, -8.3, -5, -3, -2.000001, -2, -1.999999, -1.96, -0.5, -1e-9, 0, 0.3, 1, 1.96, 2, 2.5, 5, 8),
                 function(z) list(z = z, value = pnorm(z)))

continuous <- list()
for (case in list(c(15, 5.7, 0.737, 10), c(15, 5.7, 0.84, 10), c(12.8, 5, 0.85, 10), c(10, 6, 0.6, 15), c(18, 4, 0.9, 5),
                  c(8, 3, 0, 20), c(15, 5.7, 0.5, 26), c(3, 4, 0.7, 10))) {
  for (scores in c("continuous", "whole")) {
    mean <- case[1]; sd <- case[2]; r <- case[3]
    cut <- case[4] - if (scores == "whole") 0.5 else 0
    # from the cut to where nobody is left, in two parts
    part <- function(from, to) {
      integrate(function(x) (x - mean) * dnorm(x, mean, sd), from, to, rel.tol = 1e-13, subdivisions = 1000)$value
    }
    middle <- max(cut, mean) + sd
    excess <- part(cut, middle) + part(middle, middle + 12 * sd)
    continuous[[length(continuous) + 1]] <- list(mean = mean, sd = sd, reliability = r, cutoff = case[4], scores = scores,
                                                 value = (1 - r) * excess / pnorm(cut, mean, sd, lower.tail = FALSE))
  }
}

pairs_of <- function(centre, spread, correlation, maximum) {
  edges <- (seq_len(maximum) - 0.5 - centre) / spread
  both_below <- Vectorize(function(x, y) {
    as.numeric(pmvnorm(upper = c(x, y), corr = matrix(c(1, correlation, correlation, 1), 2),
                       algorithm = TVPACK(abseps = 1e-14)))
  })
  chances <- rbind(0, cbind(0, outer(edges, edges, both_below), pnorm(edges)), c(0, pnorm(edges), 1))
  t(diff(t(diff(chances))))
}

whole <- list()
for (case in list(c(15, 5.8, 0.74, 27, 10, 6, 5), c(15, 5.8, 0.85, 27, 5, 6, 5), c(15, 5.8, 0.6, 27, 0, 6, 5),
                  c(13, 5.1, 0.86, 21, 10, 4, 4), c(13, 5.1, 0.3, 21, 4, 4, 4), c(4, 6, 0.8, 27, 10, 6, 5),
                  c(24, 5, 0.97, 27, 20, 6, 5), c(20, 9, 0.05, 40, 31, 8, 6))) {
  centre <- case[1]; spread <- case[2]; correlation <- case[3]; maximum <- case[4]; cutoff <- case[5]
  p <- pairs_of(centre, spread, correlation, maximum)
  x <- row(p) - 1
  y <- col(p) - 1
  mean <- sum(p * x)
  variance <- sum(p * (x - mean)^2)
  s <- x >= cutoff
  of <- function(what) sum((p * what)[s]) / sum(p[s])
  whole[[length(whole) + 1]] <- list(
    mean = mean, sd = sqrt(variance), reliability = sum(p * (x - mean) * (y - mean)) / variance, maximum = maximum,
    cutoff = cutoff, reliable_change = case[6], minimal_important_change = case[7],
    centre = centre, spread = spread,
    selected = sum(p[s]), change = of(x - y), response = of(2 * y <= x), remission = of(y < 5),
    reliable_improvement = of(x - y >= case[6]), reliable_deterioration = of(y - x >= case[6]),
    important_change = of(x - y >= case[7]))
}

json <- function(case) {
  value <- vapply(case, function(x) if (is.character(x)) sprintf("\"%s\"", x) else sprintf("%.17g", x), "")
  sprintf("{%s}", paste(sprintf("\"%s\": %s", names(case), value), collapse = ", "))
}
list_of <- function(name, cases) {
  sprintf("\"%s\": [\n%s\n]", name, paste(vapply(cases, json, ""), collapse = ",\n"))
}
software <- list(R = as.character(getRversion()), mvtnorm = as.character(packageVersion("mvtnorm")))
writeLines(c(sprintf("{\"software\": %s,", json(software)),
             paste(list_of("normal", normal), list_of("continuous", continuous), list_of("whole", whole), sep = ",\n"), "}"),
           commandArgs(TRUE)[1])
