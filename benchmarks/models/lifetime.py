"""Fits BG/NBD and Pareto/NBD with scipy, as one would by hand: equal histories pooled, log parameters from 1, numeric gradient.

Reads a csv of x, t_x, T; prints JSON: milliseconds (median of five) and log-likelihood of each model. Formulas: Fader, Hardie and Lee
2005; Schmittlein, Morrison and Colombo 1987 in the form of Fader and Hardie's note with the hypergeometric function.
"""

import json
import statistics
import sys
import time

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, gammaln, hyp2f1


def bg_nbd(parameters, x, tx, age, count):
    r, alpha, a, b = np.exp(parameters)
    alive = betaln(a, b + x) - betaln(a, b) - (r + x) * np.log(alpha + age)
    gone = np.where(
        x > 0,
        betaln(a + 1, np.maximum(b + x - 1, 1e-12)) - betaln(a, b) - (r + x) * np.log(alpha + tx),
        -np.inf,
    )
    return -np.sum(count * (gammaln(r + x) - gammaln(r) + r * np.log(alpha) + np.logaddexp(alive, gone)))


def pareto_nbd(parameters, x, tx, age, count):
    r, alpha, s, beta = np.exp(parameters)
    most, gap = max(alpha, beta), abs(alpha - beta)
    second = s + 1 if alpha >= beta else r + x
    power = r + s + x
    tail = hyp2f1(power, second, power + 1, gap / (most + tx)) / (most + tx) ** power
    tail -= hyp2f1(power, second, power + 1, gap / (most + age)) / (most + age) ** power
    inner = 1 / ((alpha + age) ** (r + x) * (beta + age) ** s) + s / power * tail
    likelihood = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta) + np.log(inner)
    return -np.sum(count * likelihood)


def fit(model, rows):
    times, best = [], None
    for _ in range(5):
        since = time.perf_counter()
        pooled, count = np.unique(rows, axis=0, return_counts=True)
        best = minimize(model, np.zeros(4), args=(*pooled.T, count), method="L-BFGS-B", options={"ftol": 1e-12})
        times.append((time.perf_counter() - since) * 1000)
    return {"ms": statistics.median(times), "logLikelihood": -best.fun}


if __name__ == "__main__":
    data = np.loadtxt(sys.argv[1], delimiter=",")
    print(json.dumps({"BG/NBD": fit(bg_nbd, data), "Pareto/NBD": fit(pareto_nbd, data)}))
