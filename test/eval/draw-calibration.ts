import type { Bin } from "../../src/surfaces/cli/evaluation/figure.ts";

/** A reliability diagram as SVG: what was promised against what came true, a disc a bin, its area the count. */
export function drawCalibration(bins: readonly Bin[]): string {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  const discs = bins.map(({ confidence, share, count }) => {
    const radius = (40 * Math.sqrt(count / total)).toFixed(1);
    const label = `${count} answers, confidence ${confidence.toFixed(2)}, right ${share.toFixed(2)}`;
    return `<circle cx="${at(confidence)}" cy="${at(1 - share)}" r="${radius}"><title>${label}</title></circle>`;
  });
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((tick) => [
    `<text x="${at(tick)}" y="${SIZE - 18}" text-anchor="middle">${tick}</text>`,
    `<text x="${EDGE - 8}" y="${at(1 - tick)}" text-anchor="end" dominant-baseline="middle">${tick}</text>`,
  ]);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" font-family="sans-serif" font-size="11">
<title>Confidence against the share of right answers, on questions left out of the fit</title>
<rect width="${SIZE}" height="${SIZE}" fill="#fff"/>
<path d="M${EDGE} ${SIZE - EDGE}L${SIZE - EDGE} ${EDGE}" stroke="#999" stroke-dasharray="4"/>
<path d="M${EDGE} ${EDGE}V${SIZE - EDGE}H${SIZE - EDGE}" fill="none" stroke="#333"/>
<g fill="#b3261e" fill-opacity=".6">${discs.join("\n")}</g>
<g fill="#333">${ticks.join("\n")}
<text x="${SIZE / 2}" y="${SIZE - 3}" text-anchor="middle">confidence</text>
<text transform="translate(11 ${SIZE / 2}) rotate(-90)" text-anchor="middle">share of right answers</text></g>
</svg>
`;
}

const SIZE = 360;
const EDGE = 40;

/** The place of a share of the axis, in user units. */
function at(share: number): string {
  return (EDGE + share * (SIZE - 2 * EDGE)).toFixed(1);
}
