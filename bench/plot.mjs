// Plots for docs/performance.md: SVG of our own, in colours that show on light and on dark pages.

const kWidth = 640;
const kBlue = "#3b6fb5";
const kGrey = "#808080";

const text = (x, y, words, anchor = "start") => `<text x="${x}" y="${y}" text-anchor="${anchor}">${words}</text>`;
const svg = (height, title, parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${kWidth} ${height}" role="img" font-family="sans-serif" font-size="13" fill="${kGrey}">\n` +
  `<title>${title}</title>\n${[text(0, 15, title), ...parts].join("\n")}\n</svg>\n`;

/**
 * Bars from zero, one below the other.
 * @param {readonly [string, number][]} bars
 */
export function drawBars(title, bars) {
  const [left, right] = [170, 60];
  const most = Math.max(...bars.map(([, value]) => value));
  const parts = bars.map(([name, value], index) => {
    const [y, width] = [30 + index * 30, ((kWidth - left - right) * value) / most];
    return [text(left - 8, y + 15, name, "end"), `<rect x="${left}" y="${y}" width="${width.toFixed(1)}" height="20" fill="${kBlue}"/>`, text((left + width + 6).toFixed(1), y + 15, value.toFixed(2))].join("");
  });
  return svg(40 + bars.length * 30, title, parts);
}

/**
 * Points over a logarithmic axis of bytes, with an axis from zero at the left.
 * @param {readonly [number, number][]} points
 */
export function drawCurve(title, points) {
  const [left, top, bottom, height] = [40, 35, 30, 260];
  const logs = points.map(([bytes]) => Math.log(bytes));
  const most = Math.max(...points.map(([, value]) => value)) * 1.15;
  const x = (index) => left + 20 + ((kWidth - left - 60) * (logs[index] - logs[0])) / (logs.at(-1) - logs[0]);
  const y = (value) => height - bottom - ((height - top - bottom) * value) / most;
  const places = points.map(([, value], index) => [x(index).toFixed(1), y(value).toFixed(1)]);
  return svg(height, title, [
    `<path d="M${left} ${top}V${height - bottom}H${kWidth - 10}" fill="none" stroke="${kGrey}"/>`,
    `<path d="M${places.map((place) => place.join(" ")).join("L")}" fill="none" stroke="${kBlue}" stroke-width="2"/>`,
    ...places.map(([cx, cy], index) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${kBlue}"/>${text(cx, cy - 8, points[index][1].toFixed(1), "middle")}`),
    ...points.map(([bytes], index) => text(x(index).toFixed(1), height - 10, bytes < 1e6 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`, "middle")),
  ]);
}
