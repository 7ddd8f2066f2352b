# What load.R makes of a package, a fact a line: table, column, kind of fact, place, value. Arguments: load.R, tables.
given <- commandArgs(TRUE)
source(given[1])

say <- function(...) {
  clean <- function(x) gsub("\t", "\\t", gsub("\n", "\\n", gsub("\\", "\\\\", x, fixed = TRUE), fixed = TRUE), fixed = TRUE)
  writeLines(enc2utf8(paste(vapply(list(...), clean, ""), collapse = "\t")), useBytes = TRUE)
}

for (name in given[-1]) {
  table <- get(name)
  for (column in names(table)) {
    values <- table[[column]]
    say(name, column, "type", "", class(values)[1])
    say(name, column, "label", "", attr(values, "label"))
    if (!is.null(attr(values, "unit"))) say(name, column, "unit", "", attr(values, "unit"))
    for (level in levels(values)) say(name, column, "level", "", level)
    say(name, column, "missing", "", as.character(sum(is.na(values))))
    codes <- if (is.factor(values)) attr(table, "codes")[[column]][as.integer(values)] else values
    if (is.numeric(codes)) say(name, column, "sum", "", sprintf("%.17g", sum(codes, na.rm = TRUE)))
    texts <- if (is.numeric(codes)) sprintf("%.17g", codes) else codes
    for (row in which(!is.na(codes))) say(name, column, "value", as.character(row), texts[row])
  }
}
