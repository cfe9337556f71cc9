# Forecasts series with R's forecast package. Reads a csv, a series a line; prints for ets() and thetaf() the milliseconds a series
# needs on average, and then for each series the total of the next 12 months by ets().
suppressPackageStartupMessages(library(forecast))
series <- lapply(strsplit(readLines(commandArgs(TRUE)[1]), ","), as.numeric)
totals <- numeric(length(series))
smooth <- system.time(for (i in seq_along(series)) {
  totals[i] <- sum(forecast(ets(ts(series[[i]], frequency = 12)), h = 12)$mean)
})[["elapsed"]]
theta <- system.time(for (one in series) thetaf(ts(one, frequency = 12), h = 12))[["elapsed"]]
cat(1000 * smooth / length(series), 1000 * theta / length(series), totals, sep = "\n")
