# What the scripts beside this one share: add() notes a case, write_cases() writes all of them.
#
# Every case names a statistic, gives an input, and for each figure the R call that computes it, in which the
# members of the input stand as variables. What a call needs beyond R's packages is a function of its script.

cases <- list()

add <- function(statistic, input, ...) {
  calls <- list(...)
  values <- lapply(calls, function(call) suppressWarnings(eval(parse(text = call), input, globalenv())))
  cases[[length(cases) + 1]] <<- list(statistic = statistic, input = input, calls = calls, values = values)
}

# `vectors` names the members that are lists even where they have one member; other vectors of one are plain numbers.
write_cases <- function(packages, vectors, file) {
  number <- function(x) if (is.na(x)) "null" else format(as.numeric(x), digits = 17)
  json <- function(name, x) {
    if (is.list(x)) {
      return(sprintf("{%s}", paste(sprintf("\"%s\": %s", names(x), mapply(json, names(x), x)), collapse = ", ")))
    }
    text <- if (is.character(x)) sprintf("\"%s\"", x) else vapply(x, number, "")
    if (length(x) != 1 || name %in% vectors) sprintf("[%s]", paste(text, collapse = ", ")) else text
  }
  software <- c(list(R = as.character(getRversion())), sapply(packages, function(package) {
    as.character(packageVersion(package))
  }, simplify = FALSE))
  lines <- vapply(cases, function(case) json("", case), "")
  writeLines(c(sprintf("{\"software\": %s,", json("", software)), "\"cases\": [", paste(lines, collapse = ",\n"), "]}"),
             file)
}
