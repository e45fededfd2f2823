// The EcoIndex of a page: three quantities, each placed among twenty quantiles of the web, weighted 3, 2 and 1.

const ELEMENTS = [0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753, 843, 949, 1076, 1237, 1459, 1801, 2479, 594601];
const REQUESTS = [0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3920];
const KILOBYTES = [
  0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27, 1876.08, 2142.06, 2465.37, 2866.31,
  3401.59, 4155.73, 5400.08, 8037.54, 223212.26,
];
const GRADES = [["A", 80], ["B", 70], ["C", 55], ["D", 40], ["E", 25], ["F", 10]];

/** From 0 to 100; `bytes` are those transferred. */
export function score({ elements, requests, bytes }) {
  const place = 3 * rank(ELEMENTS, elements) + 2 * rank(REQUESTS, requests) + rank(KILOBYTES, bytes / 1000);
  return 100 - (5 * place) / 6;
}

/** The letter of a score. */
export function grade(score) {
  return GRADES.find(([, least]) => score > least)?.[0] ?? "G";
}

function rank(quantiles, value) {
  const i = quantiles.findIndex((quantile) => value < quantile);
  return i < 0 ? 20 : i - 1 + (value - quantiles[i - 1]) / (quantiles[i] - quantiles[i - 1]);
}
