// What Chinese sentences say of machines and people without any sign: the word for them stands before the name, and the sentence
// goes on behind it as it does behind names. Runs in the engine's process.
import { isUtf8 } from 'node:buffer';
import { encodedForms } from '../encoding/legacy-bytes.ts';
import { isUnlikeWords } from '../names/word-look.ts';
import type { Scan } from '../scan/scan.ts';
import { Sense } from '../scan/sense.ts';

/** How far a sentence is read behind a word, in bytes. */
const AHEAD = 48;
/** How a sentence goes on behind a machine and behind somebody. */
const MACHINE_GOES_ON =
  /^ ?(?:的|上|无法|不可|不在线|在线|连接|离线|已|未|失败|宕机|掉线|恢复|备份|还原|重启|异常|没有|处于|中断|超时|注册|响应|下线|上线|心跳|发生|正在|出现|不存在)/;
const PERSON_GOES_ON =
  /^ ?(?:登录|登陆|登出|退出|注销|已|的|在|从|于|被|没有|无权|不存在|执行|提交|启动|取消|修改|删除|创建|新建|认证|验证|密码|权限|申请|审批|发起|操作|下载|上传|访问|尝试|连接|锁定|禁用|添加|[（）()]|，|。|；|、)/;
/** Frequent surnames that begin no word of programs. */
const SURNAMES =
  '张王李刘陈杨黄赵吴周徐孙胡朱郭罗梁宋郑谢韩唐冯董萧曹袁邓傅沈彭吕苏卢蒋蔡贾丁魏薛阎潘杜夏汪姜姚谭廖邹熊陆郝孔崔毛邱秦侯邵孟钱汤尹黎贺赖龚';
const PERSON = new RegExp(
  `^(?:欧阳|上官|司马|诸葛)[\\u4e00-\\u9fa5]{1,2}|^[${SURNAMES}][\\u4e00-\\u9fa5]{1,2}`,
);
/** Words that begin with one of them. */
const WORD = /^(?:周[期末一二三四五六日]|陈[旧列]|张[数贴]|王牌|毛[病刺]|唐突|钱包|夏[令季]|孔径|黎明|杜绝)/;

/** 主机 shdb 的服务, 用户 wangli 没有权限. @param from of the name, of ASCII. */
export function isNameInSentence(scan: Scan, from: number, to: number, sense: Sense): boolean {
  const name = scan.ascii(from, to);
  if (sense === Sense.user ? name !== name.toLowerCase() : /[a-z]/.test(name) && /[A-Z]/.test(name))
    return false;
  const goesOn = sense === Sense.user ? PERSON_GOES_ON : MACHINE_GOES_ON;
  return isUnlikeWords(name) && goesOn.test(sentence(scan, to));
}

/** What follows, without the half of a character at its end, which would make all of it unreadable. */
function sentence(scan: Scan, from: number): string {
  const to = Math.min(scan.lineEnd, from + AHEAD);
  for (const end of [to, to - 1, to - 2, to - 3]) {
    if (isUtf8(scan.raw.subarray(from, end))) return scan.name(from, end);
  }
  const whole = scan.name(from, to);
  return /[\u4e00-\u9fa5]/.test(whole) ? whole : scan.name(from, to - 1);
}

/**
 * 用户 张伟民 登录失败, 用户张伟登录成功: a surname, and a verb, a mark or the end behind it.
 * @param from behind the word for people. @returns the name and its bytes, undefined where none stands.
 */
export function personAt(scan: Scan, from: number): { name: string; size: number } | undefined {
  if (scan.at(from) < 0x80) return undefined;
  const text = sentence(scan, from);
  if (!PERSON.test(text) || WORD.test(text)) return undefined;
  const name = [2, 3, 4].map((length) => text.slice(0, length)).find((part) => isWhole(part, text));
  const form =
    name === undefined ? undefined : encodedForms(name).find((bytes) => startsWith(scan, from, bytes));
  return name === undefined || form === undefined ? undefined : { name, size: form.length };
}

function isWhole(name: string, text: string): boolean {
  if (PERSON.exec(name)?.[0] !== name) return false;
  const after = text.slice(name.length);
  return /^(?:$|[\s，。；、：,;:()（）\]】”"])/.test(after) || PERSON_GOES_ON.test(after);
}

/** @param form bytes of one encoding. */
export function startsWith(scan: Scan, at: number, form: Buffer): boolean {
  for (let offset = 0; offset < form.length; offset += 1) {
    if (scan.raw[at + offset] !== form[offset]) return false;
  }
  return true;
}
