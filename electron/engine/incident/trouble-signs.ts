// How trouble shows in CommVault's logs, which have no level field (vendor documentation and field reports). Data that a
// support engineer can read and add to. Runs in the engine's process.

export interface TroubleSign {
  readonly name: string;
  /** The group `code`, if it has one, is what the line says went wrong. */
  readonly pattern: RegExp;
  /** Goes before the code, so that 2 of one kind is not 2 of another. */
  readonly prefix?: string;
}

/** The most telling first: a line counts as the first sign that fits. Success, such as error=0x0, is no trouble. */
const troubleSigns: readonly TroubleSign[] = [
  { name: 'error-code', pattern: /\bError Code:?\s*\[?(?<code>\d{1,5}:\d{1,6})\]?/gi },
  { name: 'error-value', pattern: /\berror\s*[=:]\s*\[?(?<code>0x(?!0+\b)[0-9a-f]{1,16})\b/gi },
  { name: 'errno', pattern: /\bErrNo\.?\s*[:=]?\s*\[?(?<code>-?[1-9]\d{0,9})\b/gi, prefix: 'ErrNo ' },
  { name: 'return-value', pattern: /\biRet\s*[:=]?\s*\[?(?<code>-[1-9]\d{0,5})\b/gi, prefix: 'iRet ' },
  { name: 'cannot', pattern: /\bcannot\b/gi },
  { name: 'failed', pattern: /(?<!\b0 )\bfailed\b(?!\s*[:=]?\s*\[?0\]?(?![\d.:x]))/gi },
];

export interface TroubleFound {
  readonly sign: string;
  /** Each once, as printed, hexadecimal digits in upper case. */
  readonly codes: readonly string[];
}

/** @param text a line with those that continue it. @returns undefined where nothing went wrong. */
export function findTrouble(text: string): TroubleFound | undefined {
  let sign: string | undefined;
  const codes = new Set<string>();
  for (const { name, pattern, prefix = '' } of troubleSigns) {
    for (const match of text.matchAll(pattern)) {
      sign ??= name;
      const code = match.groups?.code;
      if (code !== undefined) codes.add(prefix + asPrinted(code));
    }
  }
  return sign === undefined ? undefined : { sign, codes: [...codes] };
}

function asPrinted(code: string): string {
  return /^0x/i.test(code) ? `0x${code.slice(2).toUpperCase()}` : code;
}
