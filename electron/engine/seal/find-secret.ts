// Tells a secret that has an unmistakable shape (see note: seal check). Runs in the engine's process.
import type { RedactionRule } from '#shared/schema/redaction.ts';

interface Shape {
  /** What it begins with; three bytes at least. */
  readonly starts: readonly string[];
  readonly text: RegExp;
  readonly rule: RedactionRule;
}

/** Secrets wherever they stand. */
const ANYWHERE: readonly Shape[] = [
  {
    starts: ['PRIVATE KEY-----'],
    text: /^PRIVATE KEY-----\s+(?:[\w-]+: .*\s+)*[A-Za-z0-9+/]{40}/,
    rule: 'private-key',
  },
  { starts: ['AKIA'], text: /^AKIA[0-9A-Z]{16}(?![0-9A-Za-z])/, rule: 'cloud-key' },
  { starts: ['eyJ'], text: /^eyJ[\w-]{12,}\.eyJ[\w-]{12,}\.[\w-]{16,}/, rule: 'token' },
];

/** Secrets that are words of their own: a longer word that holds one is none. */
const WORDS: readonly Shape[] = [
  word('token', /gh[pousr]_[A-Za-z0-9]{36}/, 'ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'),
  word('token', /github_pat_\w{82}/, 'github_pat_'),
  word('token', /gl(?:pat|dt|rt)-[\w-]{20}/, 'glpat-', 'gldt-', 'glrt-'),
  word('token', /glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}/, 'glsa_'),
  word('token', /xoxb-\d{10,13}-[\w-]{20,}/, 'xoxb-'),
  word('token', /xoxp-\d{10,13}-\d{10,13}-[\w-]{20,}/, 'xoxp-'),
  word('token', /[sr]k_live_[A-Za-z0-9]{24,}/, 'sk_live_', 'rk_live_'),
  word('token', /SG\.[\w-]{22}\.[\w-]{43}/, 'SG.'),
  word('token', /npm_[A-Za-z0-9]{36}/, 'npm_'),
  word('token', /dop_v1_[a-f0-9]{64}/, 'dop_v1_'),
  word('token', /shpat_[a-f0-9]{32}/, 'shpat_'),
  word('token', /hvs\.[\w-]{90,120}/, 'hvs.'),
  word('cloud-key', /ASIA[0-9A-Z]{16}/, 'ASIA'),
  word('cloud-key', /AIza[\w-]{35}/, 'AIza'),
  word('cloud-key', /ya29\.[\w-]{40,}/, 'ya29.'),
  word('cloud-key', /LTAI[A-Za-z0-9]{20}/, 'LTAI'),
  word('cloud-key', /AKID[A-Za-z0-9]{32}/, 'AKID'),
  word('private-key', /AGE-SECRET-KEY-1[A-Z0-9]{58}/, 'AGE-SECRET-KEY-1'),
];

function word(rule: RedactionRule, { source }: RegExp, ...starts: string[]): Shape {
  return { starts, text: new RegExp(`^${source}(?![\\w.-])`), rule };
}

/** What a secret begins with; the rest is looked at where that stands. */
export const SECRET_STARTS: readonly string[] = [...ANYWHERE, ...WORDS].flatMap(({ starts }) => starts);

/** A secret ends within so many bytes; less than what a piece has of the one before it. */
const LONGEST = 1024;

/** @param last nothing follows the piece; otherwise what begins near its end is whole in the next one. */
export function secretAt(bytes: Buffer, at: number, last: boolean): RedactionRule | undefined {
  if (!last && at + LONGEST > bytes.length) return undefined;
  const text = bytes.toString('latin1', at, at + LONGEST);
  const shape = ANYWHERE.find((one) => one.text.test(text));
  if (shape !== undefined) return shape.rule;
  return beginsWord(bytes, at) ? WORDS.find((one) => one.text.test(text))?.rule : undefined;
}

/** A Chinese character may end in a byte that is a letter elsewhere. */
function beginsWord(bytes: Buffer, at: number): boolean {
  return !/[\w.-]$/.test(bytes.toString('latin1', Math.max(0, at - 1), at)) || (bytes[at - 2] ?? 0) >= 0x80;
}
