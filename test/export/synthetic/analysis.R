# A researcher's script as it would be written against a twin: it reads two files of a folder, stops where the codebook is not
# kept, and prints a table of scores by age band. Arguments: the folder.
folder <- commandArgs(trailingOnly = TRUE)[1]
read <- function(name) read.csv(file.path(folder, paste0(name, ".csv")), na.strings = "", stringsAsFactors = FALSE)
episodes <- read("episodes")
scores <- read("scores")

stopifnot(
  !anyDuplicated(episodes$episode_id),
  all(scores$episode_id %in% episodes$episode_id),
  all((episodes$discharge_missing == "given") == !is.na(episodes$discharge_day)),
  all(is.na(scores$score_missing) == !is.na(scores$score))
)

ages <- c("18-25", "26-44", "45-64", "65-89", "unknown")
episodes$age <- factor(episodes$age, levels = ages)
stopifnot(!anyNA(episodes$age))

all <- merge(scores, episodes, by = c("person_id", "episode_id"))
all <- all[order(all$episode_id, all$instrument, all$number), ]
first <- all[!duplicated(all[c("episode_id", "instrument")]), ]
last <- all[!duplicated(all[c("episode_id", "instrument")], fromLast = TRUE), ]
first$change <- first$score - last$score

result <- aggregate(change ~ age + instrument, data = first, FUN = mean)
result <- merge(expand.grid(age = factor(ages, levels = ages), instrument = c("gad7", "phq9")), result, all.x = TRUE)
result <- result[order(result$age, result$instrument), ]
write.csv(cbind(result[c("age", "instrument")], change = round(result$change, 2)), row.names = FALSE, quote = FALSE)
