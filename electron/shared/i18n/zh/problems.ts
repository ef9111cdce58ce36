// 可预期的问题：发生了什么，该怎么办。
import type { Problem } from '../../schema/problem.ts';
import { delivery } from './delivery.ts';
import { encryption } from './encryption.ts';
import { policy } from './policy.ts';
import { redaction } from './redaction.ts';
import { terms } from './terms.ts';

type ProblemTexts = {
  [Code in Problem['code']]: (problem: Extract<Problem, { code: Code }>) => string;
};

/** 常见系统错误码的说明；不在表中的原样显示。 */
const systemReason: Record<string, string> = {
  ENOENT: '不存在',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EBUSY: '正被其他程序独占',
  EISDIR: '是文件夹而不是文件',
  ENOTDIR: '不是文件夹',
  EFBIG: '文件过大',
  EINVAL: '不是普通文件',
  ELOOP: '是符号链接，或链接成环',
  ENAMETOOLONG: '名称过长',
  EROFS: '所在磁盘只读',
};
const why = (reason: string) => systemReason[reason] ?? reason;
const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 ** 2).toLocaleString('zh-CN')} MB`;

const captureRefusal = {
  wayland: '此系统（Wayland）不允许程序截取屏幕。请用系统自带的截图工具截图，然后在此粘贴或添加图片',
  permission:
    '系统未允许本程序录制屏幕。请在“系统设置 > 隐私与安全性 > 屏幕录制”中允许后重试，或改为粘贴截图',
  'nothing-shown': '没有可截取的屏幕或窗口，所选窗口可能已关闭。请重试，或用系统的截图工具截图后粘贴',
};

const codes: ProblemTexts = {
  'missing-item': ({ item }) => `缺少必填项：${terms.checklistItem[item]}`,
  'unknown-collector': ({ name }) => `没有名为“${name}”的采集器或类别`,
  'leak-found': ({ path, rule }) =>
    `封包前检查发现 ${path} 中仍有未替换的内容（${redaction.rule[rule]}），案例包已删除。请不提供该文件后重试`,
  'no-stand-ins': ({ caseReference }) =>
    `本机没有案例 ${caseReference} 的替换对照表，请在当初生成案例包的机器上、以同一用户运行`,
  'not-stand-ins': ({ path }) => `${path} 不是替换对照表`,
  'not-text': ({ path }) => `${path} 不是文本，无法显示`,
  'cannot-read': ({ path, reason }) => `无法读取 ${path}：${why(reason)}`,
  'cannot-write': ({ path, reason }) => `无法写入 ${path}：${why(reason)}。请选择其他文件夹`,
  'not-enough-space': ({ path, neededBytes, freeBytes }) =>
    `${path} 所在磁盘空间不足：约需 ${megabytes(neededBytes)}，剩余 ${megabytes(freeBytes)}。请选择其他磁盘或减少采集内容`,
  'disk-full': ({ path }) => `${path} 所在磁盘已满，未留下不完整的文件。请选择其他磁盘或减少采集内容`,
  'check-failed': ({ detail }) => `案例包回读校验未通过（${detail}），已删除。请检查磁盘后重试`,
  'bad-recipient': ({ recipient }) => encryption.badRecipient(recipient),
  'delivery-failed': ({ reason, target, detail }) => delivery.failed(target, reason, detail),
  'not-a-packet': ({ path }) => `${path} 不是 Casepack 案例包`,
  'damaged-packet': ({ path, detail }) =>
    `案例包 ${path} 已损坏（${detail}），未写入任何文件。请重新生成案例包`,
  'message-limit-too-small': ({ neededBytes }) =>
    `邮件大小上限过小：至少需要 ${Math.ceil(neededBytes / 1e6)} MB`,
  'unknown-host-key': ({ host, keyType, fingerprint }) => delivery.unknownHostKey(host, keyType, fingerprint),
  'bad-targets-file': ({ path, detail }) => delivery.badTargetsFile(path, detail),
  'policy-forbids': ({ by, given, allowed }) => policy.forbidden(by, given, allowed),
  'policy-broken': ({ file }) =>
    `策略文件 ${file} 有误，无法判断哪些内容不得离开本机；出错的行见窗口中的“关于”或命令 casepack policy，请管理员改正`,
  cancelled: () => '已取消，未留下任何不完整的文件',
  'engine-stopped': () => '采集进程意外停止，已自动重新启动，临时文件已清除。请重试',
  'capture-unavailable': ({ reason }) => captureRefusal[reason],
  'unexpected-error': ({ detailsFile }) => `程序出现意外错误（程序缺陷），详细信息已写入 ${detailsFile}`,
};

export const problems = { codes };
