// HTML that cannot be broken by what it shows: everything put into a template is escaped. Runs in the engine's process.

/** Finished markup; only `html` makes it. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Part = string | number | Html | undefined | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Marks that reverse the reading direction or cannot be seen are shown as code points, so that a file name cannot pose as another. */
const DECEIVING = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark)
    .replace(DECEIVING, (mark) =>
      mark === '\n' || mark === '\t' || mark === '\r'
        ? mark
        : `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    );
}

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(markupOf).join('');
  return escaped(String(part));
}

/** A template tag: texts are escaped, markup and lists of markup are put in as they are. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((page, text, at) => page + markupOf(parts[at - 1]) + text));
}
