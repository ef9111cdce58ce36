// The page to look through the pictures: one row a screen. Runs in vitest.

interface Picture {
  readonly screen: string;
  readonly look: string;
  readonly file: string;
}

/** @returns HTML beside which the picture files lie */
export function galleryPage(pictures: readonly Picture[]): string {
  const screens = [...new Set(pictures.map(({ screen }) => screen))];
  const figure = ({ file, look }: Picture) =>
    `<figure><a href="${file}"><img loading="lazy" src="${file}" alt="${look}"></a><figcaption>${look}</figcaption></figure>`;
  const rows = screens.map(
    (screen) =>
      `<h2>${screen}</h2><div>${pictures
        .filter((picture) => picture.screen === screen)
        .map(figure)
        .join('')}</div>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Casepack gallery</title>
<style>body{font:15px system-ui;margin:24px}div{display:flex;flex-wrap:wrap;gap:12px}figure{margin:0;width:420px}
img{width:100%;border:1px solid #ccc}figcaption{color:#555;font-size:13px}</style>
<h1>Casepack gallery</h1>
${rows.join('\n')}
`;
}
