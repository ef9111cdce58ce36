// How much room text takes in a terminal: Chinese characters take two columns. Runs in the command line's process.

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NO_WIDTH = /\p{Mn}/u;

/** @returns columns of one character. */
function widthOf(character: string): number {
  if (NO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** @returns columns the text takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/** @returns the text filled up with blanks to so many columns. */
export function padToWidth(text: string, width: number, side: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return side === 'left' ? blanks + text : text + blanks;
}

/** @returns the text, its middle replaced by … where it is wider than `width` columns: a path's ends say most. */
export function shortenToWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const characters = [...text];
  let head = Math.ceil(characters.length / 2);
  let tail = characters.length - head;
  const shortened = () =>
    `${characters.slice(0, head).join('')}…${characters.slice(characters.length - tail).join('')}`;
  while (head + tail > 0 && displayWidth(shortened()) > width) {
    if (head >= tail) head -= 1;
    else tail -= 1;
  }
  return shortened();
}

// A line may break at a blank and around every Chinese character, but not before a closing nor after an opening mark.
const HAN = '\\u2e80-\\u2fff\\u3040-\\u9fff\\uf900-\\ufaff';
const OPENING = '（「『《“';
const CLOSING = '，。；：、）」』》”！？';
const PIECE = new RegExp(
  `\\s+|[${OPENING}]*(?:[${HAN}]|[^\\s${HAN}${OPENING}${CLOSING}]+)?[${CLOSING}]*`,
  'gu',
);

/** @returns the text broken into lines of at most `width` columns, its own line breaks kept. */
export function wrapToWidth(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => {
      const lines: string[] = [];
      let current = '';
      for (const piece of line.match(PIECE) ?? []) {
        if (current !== '' && displayWidth(current + piece.trimEnd()) > width) {
          lines.push(current.trimEnd());
          current = piece.trimStart();
        } else current += piece;
      }
      return [...lines, current].join('\n');
    })
    .join('\n');
}
