// Rule: fields whose names are Chinese, as Chinese Windows and localized logs have them, in UTF-8 and in the Chinese code page.
// Runs in the engine's process.
import { encodedForms } from '../encoding/legacy-bytes.ts';
import { isDistinctive, isOrdinary, isSharedAccount, isStandIn } from '../names/name-worth.ts';
import { isUnlikeWords } from '../names/word-look.ts';
import { BITS, isWord } from '../scan/byte-classes.ts';
import type { Scan } from '../scan/scan.ts';
import { Sense } from '../scan/sense.ts';
import { chineseFieldsAt } from './chinese-field-names.ts';
import { isNameInSentence, personAt, startsWith } from './chinese-sentence.ts';
import { domainName } from './domain-name.ts';
import { learnHost, learnUser } from './learn.ts';
import { isNumberedRole } from './machine-name.ts';
import { namedField } from './named-field.ts';
import { secretField } from './secret-field.ts';

/** @param at the first byte of a character beyond ASCII. @returns where scanning goes on, 0 where no such field stands. */
export function chineseField(scan: Scan, at: number): number {
  for (const { bytes, sense } of chineseFieldsAt(scan.raw[at] as number, scan.raw[at + 1] ?? 0)) {
    const to = at + bytes.length;
    if (to > scan.lineEnd || !startsWith(scan, at, bytes)) continue;
    const isSecret = sense === Sense.password || sense === Sense.token || sense === Sense.licence;
    if (!isSecret && scan.shared.level === 'off') return 0;
    const done = isSecret
      ? secretField(scan, at, to, sense)
      : namedField(scan, at, to, sense) || namedBefore(scan, to, sense);
    if (done > 0) return done;
    if (sense === Sense.password) return secretAfterIs(scan, to);
  }
  return 0;
}

const IS = [
  '是：',
  '为：',
  '是',
  '为',
  '修改为',
  '改为',
  '更改为',
  '重置为',
  '设置为',
  '设为',
  '变更为',
].flatMap(encodedForms);

/** 密码是Abc123请修改: letters and digits, of both some. */
function secretAfterIs(scan: Scan, at: number): number {
  const is = IS.find(
    (form) => at + form.length <= scan.lineEnd && form.equals(scan.raw.subarray(at, at + form.length)),
  );
  if (is === undefined) return secretBehindBlank(scan, at);
  const from = scan.at(at + is.length) === 0x20 ? at + is.length + 1 : at + is.length;
  let to = from;
  while (to < from + 80 && scan.at(to) > 0x20 && scan.at(to) < 0x7f) to += 1;
  const secret = scan.ascii(from, to);
  if (to - from < 5 || !/\d/.test(secret) || !/[A-Za-z]/.test(secret)) return 0;
  scan.mask(from, to, 'password');
  return to;
}

/** 密码 Mu!xiang9 端口: of three kinds of characters. */
function secretBehindBlank(scan: Scan, at: number): number {
  const secret = /^ (?=\S*\d)(?=\S*[a-z])(?=\S*[A-Z!@#$%^&*])[!-~]{6,}/.exec(
    scan.ascii(at, Math.min(scan.lineEnd, at + 80)),
  )?.[0];
  if (secret === undefined) return 0;
  scan.mask(at + 1, at + secret.length, 'password');
  return at + secret.length;
}

/** What encloses names in Chinese sentences. */
const MARKS = ['“”', '‘’', '「」', '『』', '【】', '《》', '（）'].flatMap(([opening = '', closing = '']) =>
  encodedForms(opening).map((form, at) => ({ opening: form, closing: encodedForms(closing)[at] as Buffer })),
);
/** Whom sentences mean that are no one's name. */
const ANYBODY = /管理员|系统|所有|全部|默认|当前|其他|名称/;
const LONGEST_ENCLOSED = 64;

/** 用户“lisi”登录失败, 客户端【bj-exch-02】: the marks say where the name is. */
function namedInMarks(scan: Scan, at: number, sense: Sense): number {
  const marks = MARKS.find(({ opening }) => startsWith(scan, at, opening));
  if (marks === undefined) return 0;
  const from = at + marks.opening.length;
  const stretch = scan.raw.subarray(from, Math.min(scan.lineEnd, from + LONGEST_ENCLOSED));
  const size = stretch.indexOf(marks.closing);
  if (size < 2) return 0;
  const name = scan.name(from, from + size);
  const isName = /^[\w.$\u4e00-\u9fff-]+$/.test(name) && /[a-z\u4e00-\u9fff]/i.test(name);
  const small = name.toLowerCase();
  if (!isName || isOrdinary(small) || isSharedAccount(small) || isStandIn(name) || ANYBODY.test(name))
    return 0;
  if (domainName(name, false)) return 0;
  return replaceName(scan, from, from + size, sense, name);
}

/** 主机lxbak07无法连接: no sign stands between the two, at most a blank, so the name must be unlike any word. */
function namedBefore(scan: Scan, at: number, sense: Sense): number {
  if (sense !== Sense.host && sense !== Sense.user) return 0;
  const inMarks = namedInMarks(scan, at, sense);
  if (inMarks > 0) return inMarks;
  const from = scan.at(at) === 0x20 ? at + 1 : at;
  const person = sense === Sense.user ? personAt(scan, from) : undefined;
  if (person) return replaceName(scan, from, from + person.size, sense, person.name);
  if (!isWord(scan.at(from))) return 0;
  let to = from;
  while (to < from + 64 && BITS[scan.at(to)]) to += 1;
  while (!isWord(scan.at(to - 1))) to -= 1;
  const name = scan.ascii(from, to);
  const next = scan.at(to);
  const after = scan.ascii(to, Math.min(scan.lineEnd, to + 20));
  if (next === 0x40 || next === 0x5c || next === 0x3d || (next === 0x28 && !/^\(\d/.test(after))) return 0;
  if (isStandIn(name) || /^v?\d|sp\d/i.test(name) || domainName(name, false)) return 0;
  const isAddressed =
    sense === Sense.host && /^ ?(?:[([]|\xef\xbc\x88|\xa3\xa8)\d+\.\d+\.\d+\.\d/.test(after);
  if (
    !isAddressed &&
    !(sense === Sense.host && /\d$/.test(name) && isUnlikeWords(name)) &&
    !isDistinctive(name) &&
    !isNumberedRole(name) &&
    !isNameInSentence(scan, from, to, sense)
  )
    return 0;
  return replaceName(scan, from, to, sense, name);
}

function replaceName(scan: Scan, from: number, to: number, sense: Sense, name: string): number {
  const kind = sense === Sense.host ? 'host' : 'user';
  scan.standIn(from, to, kind, kind, name);
  if (kind === 'host') learnHost(scan.shared, name);
  else learnUser(scan.shared, name, false);
  return to;
}
