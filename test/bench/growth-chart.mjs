// Growth curves as one picture: a panel for each thing that grows, processor time and memory over it. Runs in plain Node.

const [WIDTH, HEIGHT, MARGIN] = [420, 260, 56];
const LABEL_WIDTH = 62;
const SERIES = /** @type {const} */ ([
  { field: 'wallS', name: 'clock, s', colour: '#1864ab' },
  { field: 'cpuS', name: 'processor, s', colour: '#e8590c' },
]);

/**
 * @typedef {object} Panel
 * @property {string} title
 * @property {string} unit of the axis to the right
 * @property {readonly { readonly at: number, readonly wallS: number, readonly cpuS: number, readonly peakMib: number }[]} points
 */

/** @param {readonly Panel[]} panels @returns {string} SVG, two panels a row */
export function growthChart(panels) {
  const rows = Math.ceil(panels.length / 2);
  const drawn = panels.map((panel, at) => {
    const [x, y] = [(at % 2) * WIDTH, Math.floor(at / 2) * HEIGHT];
    return `<g transform="translate(${x} ${y})">${panelOf(panel)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH * 2} ${HEIGHT * rows}" font-family="sans-serif" font-size="12">
<title>How time and memory of casepack grow</title>
<rect width="100%" height="100%" fill="#fff"/>
${drawn.join('\n')}
</svg>
`;
}

/** @param {Panel} panel */
function panelOf({ title, unit, points }) {
  const right = Math.max(...points.map(({ at }) => at)) || 1;
  const top = Math.max(...points.flatMap(({ wallS, cpuS }) => [wallS, cpuS])) * 1.1 || 1;
  const x = (/** @type {number} */ value) => MARGIN + (value / right) * (WIDTH - 2 * MARGIN);
  const y = (/** @type {number} */ value) => HEIGHT - MARGIN - (value / top) * (HEIGHT - 2 * MARGIN);
  const lines = SERIES.map(({ field, name, colour }, at) => {
    const path = points.map((point) => `${x(point.at).toFixed(1)},${y(point[field]).toFixed(1)}`).join(' ');
    const dots = points.map(
      (point) =>
        `<circle cx="${x(point.at).toFixed(1)}" cy="${y(point[field]).toFixed(1)}" r="3" fill="${colour}"/>`,
    );
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}
<text x="${MARGIN + 8}" y="${MARGIN + 6 + at * 16}" fill="${colour}">${name}</text>`;
  });
  // From the right: a label that would cover the one before it is left out.
  let free = Number.POSITIVE_INFINITY;
  const labelled = points.toReversed().filter(({ at }) => {
    const fits = x(at) <= free;
    if (fits) free = x(at) - LABEL_WIDTH;
    return fits;
  });
  const marks = labelled.map(
    ({ at, peakMib }) =>
      `<text x="${x(at).toFixed(1)}" y="${HEIGHT - MARGIN + 16}" text-anchor="middle">${at.toLocaleString('en')}</text>
<text x="${x(at).toFixed(1)}" y="${HEIGHT - MARGIN + 46}" text-anchor="middle" fill="#868e96">${Math.round(peakMib)} MiB</text>`,
  );
  const seconds = [0, top / 2, top / 1.1].map(
    (value) =>
      `<text x="${MARGIN - 6}" y="${y(value).toFixed(1)}" text-anchor="end">${value.toFixed(value < 10 ? 1 : 0)}</text>`,
  );
  return `<text x="${WIDTH / 2}" y="24" text-anchor="middle" font-size="15">${title}</text>
<path d="M${MARGIN} ${MARGIN - 10} V${HEIGHT - MARGIN} H${WIDTH - MARGIN + 10}" fill="none" stroke="#adb5bd"/>
${lines.join('\n')}
${marks.join('\n')}
${seconds.join('\n')}
<text x="${WIDTH - MARGIN + 10}" y="${HEIGHT - MARGIN + 31}" text-anchor="end" fill="#868e96">${unit}</text>`;
}
