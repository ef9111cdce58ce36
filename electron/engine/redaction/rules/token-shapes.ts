// Secrets that are known by their look: cloud keys and tokens of services, by what they begin with, and words of letters and
// digits as no one writes them. Pure. Runs in the engine's process.
import type { RedactionRule } from '#shared/schema/redaction.ts';

interface Shape {
  readonly text: RegExp;
  readonly rule: RedactionRule;
  /** Goes on with + / and =, which end a run. */
  readonly open: boolean;
}

/** Two letters that turn away almost every long word, what then follows, and whether it goes on behind the run. */
const TOKENS: readonly (readonly [starts: string, text: RegExp, open?: 'open'])[] = [
  ['gh gi', /^(?:gh[pousr]_(?:(?=\w*\d)\w{12,}|\w{28,}|[A-Z_]{12,})|github_pat_\w{10,})$/],
  [
    'gl',
    /^(?:gl(?:pat|dt|rt|ptt|ft|soat|cbt|imt|agent|oas|ffct|wt)-[\w.-]{20,}|gl(?:sa_\w{32,}|c_\w{32,}))$/,
    'open',
  ],
  ['GR', /^GR1348941[\w-]{20}$/],
  ['xo', /^xox[abeoprs]-[\w-]{10,}$|^xoxe\.xox[bp]-[\w-]{20,}$/],
  ['xa', /^(?:xapp-[\w-]{10,}|xai-\w{60,})$/],
  ['xk', /^xkeysib-[a-f\d]{64}-\w{16}$/],
  ['sk rk pk', /^[srp]k_(?:live|test|prod)_\w{10,}$/],
  [
    'sk',
    /^sk-(?:(?:proj|ant|svcacct|admin)-[\w-]{20,}|(?=[\w-]*(?:[A-Za-z\d]{16}|[A-Z]\w*\d|\d\w*[A-Z]|[a-z]\d|\d[a-z]))[\w-]{20,}|(?:proj|ant)-[\w-]{9,}|(?=[a-z]*\d)[a-z\d]{13,}|[a-z]{16,})$|^sk\.eyJ[\w.-]{40,}$/,
  ],
  ['pk', /^pk\.eyJ[\w.-]{40,}$/],
  ['np', /^npms?_(?:[A-Za-z\d]{36,}|(?=[a-z]*\d)[a-z\d]{12,})$/i],
  ['py', /^pypi-[\w-]{16,}$/],
  ['do', /^do[opr]_v1_[a-f\d]{64}$/],
  ['sh', /^shp(?:at|ca|pa|ss)_[a-f\d]{32}$|^shippo_(?:live|test)_[a-f\d]{40}$/i],
  ['SG', /^SG\.[\w-]{16,}\.[\w-]{16,}$/],
  ['hv', /^hv[sbr]\.[\w-]{20,}$/],
  ['ke', /^key-[\da-f]{32}$/],
  ['da', /^dapi[a-f\d]{32}(?:-\d)?$/],
  ['md', /^md5[a-f\d]{32}$/],
  ['gr', /^grub\.pbkdf2\.\w+\.\d+\.[A-F\d.]{16,}$/i],
  ['hf', /^hf_[A-Za-z\d]{30,}$/],
  ['ap', /^api_org_[A-Za-z]{34}$/],
  ['dc', /^dckr_[po]at_[\w-]{20,}$/],
  ['AT', /^(?:ATATT3|ATCTT3)[\w-]{20,}$|^ATBB\w{32}$/, 'open'],
  ['sq', /^sq0(?:atp|csp|idp)-[\w-]{20,}$|^sq[apu]_[a-f\d]{40}$/],
  ['EA', /^EAA[A-Z][\w-]{22,}$/, 'open'],
  ['li', /^lin_(?:api|oauth)_\w{32,}$|^live_(?:pub_)?[\w-]{35,}$/],
  ['te', /^test_(?:pub_)?[\da-f]{31,40}$/],
  ['NR', /^NR(?:AK|AA|RA|II|IQ|SP|JS)-[\w-]{19,}$/],
  ['pu', /^pul-[a-f\d]{40}$/],
  ['ps', /^pscale_(?:tkn|pw|oauth)_[\w.-]{32,}$/],
  ['PM', /^PMAK-[a-f\d]{24}-[a-f\d]{34}$/],
  ['re', /^re_(?=\w*\d.*\d)\w{20,}$/],
  ['ru', /^rubygems_[a-f\d]{48}$/],
  ['SK', /^SK[a-f\d]{32}$|^SK-(?=[A-Z\d-]*\d)[A-Z\d-]{2,}[a-f\d]{12,}$/i],
  ['dp', /^dp\.[a-z]{2,5}\.[\w.-]{20,}$/],
  ['dt', /^dt0[a-z]\d{2}\.[A-Z\d]{24}\.[A-Z\d]{64}$/i],
  ['dn', /^dnkey-[\w-]{26}-[\w-]{52}$/],
  ['dd', /^dd(?:app|p)_\w{30,}$/],
  ['DD', /^DDRCM_[A-Z\d]{16,}$/],
  ['s.', /^s\.(?=[A-Za-z]*\d)(?=\w*[a-z])[A-Za-z\d]{24}$/],
  ['s-', /^s-s4t2(?:ud|af)-[a-f\d]{64}$/i],
  ['wh', /^whsec_\w{24,}$/, 'open'],
  ['v2', /^v2\.local\.[\w-]{30,}$/],
  ['v1', /^v1\.0-[a-f\d]{24}-[a-f\d]{100,}$/],
  ['t1', /^t1\.[A-Z\d]?[\w-]{30,}\.[\w-]{80,}$/i, 'open'],
  ['A3', /^A3-[A-Z\d]{6}-(?:[A-Z\d]{11}|[A-Z\d]{6}-[A-Z\d]{5})(?:-[A-Z\d]{5}){3}$/],
  ['op', /^ops_eyJ\w{40,}$/, 'open'],
  ['p8', /^p8e-[a-z\d]{32}$/i],
  ['am', /^amzn\.mws(?:\.[a-z\d]+)?\.[\da-f-]{36}$/],
  ['ak', /^akab-\w{16}-\w{16}$/],
  ['ai', /^aio_[A-Za-z\d]{28}$/],
  ['AK', /^AK(?:Cp\w{60,}|LT[\w-]{30,})$/],
  ['AQ', /^AQVN[\w-]{35,38}$/],
  ['AV', /^AVNS_[\w-]{18,}$/],
  ['YC', /^YC(?=\w*\d)[\w-]{38}$/],
  ['cm', /^cmVmd[A-Za-z\d]{59}$/],
  ['ci', /^cio(?=\w*\d)(?=\w*[A-Z])[A-Za-z\d]{32}$/],
  ['CC', /^CCI(?:PAT|PRJ)_\w{22}_[a-f\d]{40}$/],
  ['CF', /^CFPAT-[\w-]{43}$/],
  ['CL', /^CLOJARS_[a-z\d]{60}$/i],
  ['du', /^duffel_(?:test|live)_[\w-]{43}$/],
  ['EZ', /^EZ[AT]K[A-Za-z\d]{54}$/],
  ['FL', /^FLW(?:SECK|PUBK)(?:_TEST)?-[a-z\d]{12,}(?:-X)?$/i],
  ['fo', /^fo1_[\w-]{43}$/],
  ['fm', /^fm[12][ar]?_[A-Za-z\d]{20,}$/, 'open'],
  ['fi', /^fi(?:o-u-[\w-]{64}|gd_[\w-]{40,})$/],
  ['HR', /^HRKU-AA[\w-]{58}$/],
  ['ic', /^ico-[A-Za-z\d]{32}$/],
  ['nt', /^ntn_\d{11}[A-Za-z\d]{35}$/],
  ['na', /^napi_[a-z\d]{64}$/],
  ['nf', /^nf[pcoub]_[A-Za-z\d]{36}$/],
  ['AP', /^(?:API-[A-Z\d]{26}|APA91b[\w-]{80,})$/],
  ['oy', /^oy2[a-z\d]{43}$/],
  ['pa', /^pat(?:\.[\w-]{22}\.\w{24}\.\w{20}|[A-Za-z\d]{14}\.[a-f\d]{64})$/],
  ['sa', /^sat\.[\w-]{22}\.\w{24}\.\w{20}$/],
  [
    'sc ex au',
    /^(?:sc|ext|scauth|authress)_[a-z\d]{5,30}\.[a-z\d]{4,6}\.acc[_-][\w-]{10,32}\.[\w-]{30,}$/i,
    'open',
  ],
  ['ac', /^access-(?:sandbox|development|production)-[\da-f-]{36}$/],
  ['pn', /^pnu_[A-Za-z\d]{36}$/],
  ['pp', /^pplx-[A-Za-z\d]{48}$/],
  ['r8', /^r8_[A-Za-z\d]{37}$/],
  ['rd', /^rdme_[a-z\d]{70}$/],
  ['tk', /^tk-us-[\w-]{48}$/],
  ['ts', /^tskey-[a-z]+-\w{10,}-\w{20,}$/],
  ['tv', /^tvly-(?:dev-)?[\w-]{20,}$/],
  ['tf', /^tfp_[\w-]{40,}$/],
  ['sb', /^sbp_[a-f\d]{40}$/],
  ['sg', /^sgp_(?:[a-f\d]{16}_|local_)?[a-f\d]{40}$/],
  ['sl', /^sl\.[\w-]{100,}$/],
  ['sm', /^sm_[aps]at_[A-Za-z\d]{16}$/],
  ['sn', /^sntry(?:u_[a-f\d]{64}|s_eyJ\w{40,})$/, 'open'],
  ['bk', /^bkua_[a-f\d]{40}$/],
  ['ls', /^lsv2_[ps]t_[a-f\d]{32}_[a-f\d]{10}$/],
  ['gs', /^gsk_(?:[A-Za-z\d]{40,}|(?=[a-z]*\d)[a-z\d]{12,})$/],
  ['wa', /^waka_(?:sec_)?[\da-f-]{36}$/],
  ['AA', /^AA[\w-]{33}$/],
  ['4b', /^4b1d[A-Za-z\d]{38}$/],
  [
    'ey',
    /^eyJ[\w-]{6,}\.(?:(?:eyJ)?[\w-]{4,}(?:\.[\w-]*)*|e30\.[\w-]{16,})$|^eyJ(?:rIjoi|hdXRocyI6)\w{4,}$/,
    'open',
  ],
  ['ZX', /^ZXlKaGJHY2lPaU\w{40,}$/, 'open'],
];
const CLOUD_KEYS: typeof TOKENS = [
  ['AK AS AG AI AR AN AB AC', /^(?:AKIA|ASIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ABIA|ACCA)[A-Z\d]{16}$/],
  ['AI', /^AIza(?:[\w-]{35,40}|Sy[\w-]{10,})$/],
  ['ya', /^ya29\.[\w-]{20,}$/],
  ['GO', /^GOCSPX-[\w-]{24,}$/],
  ['LT', /^LTAI[A-Za-z\d]{12,24}$/],
  ['AK', /^AKID(?:[A-Za-z\d]{32}|(?=[A-Za-z]*\d)[A-Za-z\d]{13,40})$/],
];
/** The last ones: base64 of -----BEGIN, and of RSA, EC, OPENSSH or nothing before PRIVATE KEY. */
const PRIVATE_KEYS: typeof TOKENS = [
  ['AG ag', /^AGE-SECRET-KEY-1[A-Z\d]{50,}$/i],
  ['LS', /^LS0tLS1CRUdJTiB(?:QUklW|SU0Eg|FQyBQ|PUEVO|FTkNS|EU0Eg)\w*$/, 'open'],
];

const byStart = new Map<number, Shape[]>();
for (const [shapes, rule] of [
  [TOKENS, 'token'],
  [CLOUD_KEYS, 'cloud-key'],
  [PRIVATE_KEYS, 'private-key'],
] as const) {
  for (const [starts, text, open] of shapes) {
    for (const start of starts.split(' ')) {
      const key = keyOf(start.charCodeAt(0), start.charCodeAt(1));
      byStart.set(key, [...(byStart.get(key) ?? []), { text, rule, open: open !== undefined }]);
    }
  }
}

function keyOf(first: number, second: number): number {
  return ((first & 127) << 7) | (second & 127);
}

/** Tokens that begin with nothing of their own, but are made of parts. */
const PARTED =
  /^(?:[MNO][\w-]{23,25}\.[\w-]{6,7}\.[\w-]{27,}|[A-Za-z\d]{14}\.atlasv1\.[\w-]{60,}|[\da-f]{32}-us\d{1,2}|[A-Za-z\d]{6}_[A-Za-z\d]{29}_mmk|(?=[A-F\d]*[G-Z])(?=[A-Z]*\d)[A-Z\d]{60,68}|0[\w-]{40,})$/;
/** A name of a service and what no one would write by hand: tok_9fKq…; the body is judged below. */
const PREFIXED =
  /^(?!sha\d|md\d)[a-z][a-z\d]{1,11}(?:[_-][A-Za-z\d]{1,20}){0,3}[_-](?<body>[A-Za-z\d]{26,})$/;
/** Of software, in five parts. */
const PRODUCT_KEY = /^(?=[A-Z-]*\d)(?=[\d-]*[A-Z])[A-Z\d]{5}(?:-[A-Z\d]{5}){4}$/;
const SHORTEST_SHAPE = 16;
const SHORTEST_PARTED = 36;

/** What may stand before a token in one run: a word with a mark behind it, or the end of an escape such as \n, %3D, \u003d. */
const BEFORE = /^(?:[nrt]|[\dA-Fa-f]{2}|u00[\dA-Fa-f]{2})(?=[A-Za-z])|[._-](?=[A-Za-z])/g;

/** Where a run is looked at at most: one of nothing but marks would be read again from each. */
const MOST_PLACES = 200;

/** What a part of a run is by its look: all of it, or without the mark that ends a sentence, or what stands behind other text. */
export function shapeIn(
  run: string,
): (Pick<Shape, 'rule' | 'open'> & { readonly from: number; readonly to: number }) | undefined {
  const to = run.length - (/[.-]+$/.exec(run)?.[0].length ?? 0);
  for (const end of to < run.length ? [run.length, to] : [to]) {
    const shape = shapeOf(run.slice(0, end));
    if (shape !== undefined) return { ...shape, from: 0, to: end };
  }
  let places = 0;
  for (const match of run.matchAll(BEFORE)) {
    if (++places > MOST_PLACES) break;
    const from = match.index + match[0].length;
    const shape = to - from < SHORTEST_SHAPE ? undefined : startedShape(run.slice(from, to));
    if (shape !== undefined) return { ...shape, from, to };
  }
  return undefined;
}

/** What a whole word is by its look. */
function shapeOf(word: string): Pick<Shape, 'rule' | 'open'> | undefined {
  if (word.length < SHORTEST_SHAPE) return undefined;
  const shape = startedShape(word);
  if (shape !== undefined) return shape;
  if (word.length === 29 && PRODUCT_KEY.test(word)) return { rule: 'licence-code', open: false };
  const body = PREFIXED.exec(word)?.groups?.body;
  const isToken =
    body === undefined ? word.length >= SHORTEST_PARTED && PARTED.test(word) : isScattered(body);
  return isToken ? { rule: 'token', open: false } : undefined;
}

/** By what it begins with. */
function startedShape(word: string): Shape | undefined {
  return byStart.get(keyOf(word.charCodeAt(0), word.charCodeAt(1)))?.find(({ text }) => text.test(word));
}

const CAPITAL = /[A-Z]/;
const SMALL = /[a-z]/;

/** Capitals, small letters and digits without the order that words give them. */
function isScattered(text: string): boolean {
  if (!CAPITAL.test(text) || !SMALL.test(text) || !/\d.*\d/.test(text)) return false;
  return changes(text) * 5 >= text.length * 2;
}

/** How often a letter's size changes, or letters and digits. */
export function changes(text: string): number {
  let count = 0;
  let before = '';
  for (const char of text) {
    const kind = CAPITAL.test(char) ? 'A' : SMALL.test(char) ? 'a' : '1';
    if (before !== '' && kind !== before) count += 1;
    before = kind;
  }
  return count;
}
