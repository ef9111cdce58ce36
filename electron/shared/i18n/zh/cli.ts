// 命令行文字。

import { deliveryInput } from './delivery.ts';
import { encryption } from './encryption.ts';
import { problems } from './problems.ts';
import { terms } from './terms.ts';

/** 输入问题：给出的值，以及需要时的补充。 */
const input = {
  ...encryption.input,
  ...deliveryInput,
  empty: () => '不能为空',
  'too-long': (given: string) => `内容过长（${given.length.toLocaleString('zh-CN')} 个字符）`,
  'not-a-ccid': (given: string) => `“${given}”不是 CCID，应为最多 8 位十六进制数字，如 F96C9`,
  'decimal-ccid': (given: string, hint: string) =>
    `“${given}”不是 CCID（最多 8 位十六进制数字）；若这是 CommServe 数据库中的十进制数，请填 ${hint}`,
  'not-a-severity': (given: string) => `“${given}”不是严重级别，应为 1、2、3 或 4（1 最严重）`,
  'not-one-of': (given: string, hint: string) => `“${given}”不可用，可选：${hint}`,
  'not-a-phone': (given: string) => `“${given}”不是电话号码，如 010-59051155`,
  'not-an-extension': (given: string) => `“${given}”不是分机号，应为最多 10 位数字`,
  'not-an-email': (given: string) => `“${given}”不是电子邮件地址`,
  'not-an-instant': (given: string) => `“${given}”不是有效时间，应如 2026-11-22 或 2026-11-22T10:15+08:00`,
  'not-a-since': (given: string) => `“${given}”不是有效时间，应为 24h、3d，或如 2026-11-22T10:15+08:00`,
  'since-in-the-future': (given: string) => `“${given}”晚于当前时间`,
  'since-after-until': (given: string, hint: string) => `起始时间 ${given} 晚于截止时间 ${hint}`,
  'not-a-job-id': (given: string) => `“${given}”不是作业号，应为最多 12 位数字`,
  'not-a-size': (given: string) => `“${given}”不是有效大小，应如 500MB、2GB`,
  'no-such-folder': (given: string) => `文件夹 ${given} 不存在`,
  'not-a-folder': (given: string) => `${given} 不是文件夹`,
  'cannot-use-folder': (given: string, hint: string) =>
    problems.codes['cannot-write']({ code: 'cannot-write', path: given, reason: hint }),
  'cannot-read': (given: string, hint: string) =>
    problems.codes['cannot-read']({ code: 'cannot-read', path: given, reason: hint }),
  'file-too-large': (given: string) => `${given} 超过 1 MB`,
  'not-together': (_given: string, hint: string) => `不能与 ${hint} 同时使用`,
  'not-json': (given: string, hint: string) => `${given} 不是有效的 JSON：${hint}`,
  'unknown-field': () => '没有这个字段',
  'not-text': () => '应为文本或数字',
  'not-a-list': () => '应为列表（[…]）',
  'not-an-object': () => '应为对象（{…}）',
  'not-a-keyword': (given: string) => `“${given}”不能作为关键词，应为 2 至 200 个字符`,
  'not-a-reference': (given: string) => `“${given}”不是案例编号，应如 7K3QX`,
  'not-in-packet': (given: string) => `案例包中没有 ${given}`,
  'unknown-option': () => '没有这个选项，可用 --help 查看',
  'unknown-command': () => '没有这个命令，可用 --help 查看',
  'unexpected-argument': () => '多余的参数',
  'needs-value': () => '后面需要一个值',
  'missing-argument': () => '缺少参数，可用 --help 查看用法',
  'no-host-id': () => '请给出 --ip（服务器的 IPv4 地址）或 --host-id（WINNTHOSTID）',
  'not-a-host-id': (given: string) => `“${given}”不是 WINNTHOSTID，应为 8 位十六进制数字，如 C0A8010A`,
  'not-an-ipv4': (given: string) => `“${given}”不是 IPv4 地址，应如 192.168.1.10`,
  'licence-only': () => '仅用于永久许可证申请（licence-key）',
  'no-recipient': () => '请给出收件人，即技术支持告知的邮箱（指南未规定案例邮箱）',
};

const warning = {
  ...encryption.warning,
  'unlicensed-ccid': () =>
    'FFFFF 表示未授权或试用，可能没有支持权限，请确认 CCID（CommCell Console 的许可证管理窗口中可以查到）',
  'two-readings': (given: string, hint: string) =>
    `“${given}”按十六进制使用；若它是 CommServe 数据库中的十进制数，CCID 应为 ${hint}，请改填`,
  'in-the-future': (given: string) => `“${given}”晚于当前时间，请确认`,
};

export const cli = {
  input,
  warning,
  labelled: (label: string, text: string) => `${label}：${text}`,
  warningLine: (text: string) => `提示：${text}`,
  useAllowIncomplete: '如仍要生成案例包，请加 --allow-incomplete',
  yes: '是',
  no: '否',
  admin: { never: '否', 'for-some': '部分' },
  platform: { win32: 'Windows', linux: 'Linux', darwin: 'macOS' },
  list: (items: readonly string[]) => items.join('、'),

  column: {
    collector: '采集器',
    id: '编号',
    files: '文件',
    size: '大小',
    state: '状态',
    admin: '需管理员权限',
    platforms: '平台',
    reads: '读取内容',
    item: '项目',
    required: '必填',
    detail: '内容或来源',
    bytes: '字节',
    file: '文件',
  },
  ready: '可采集',
  stateWithReason: (state: string, reason: string) => `${state}（${reason}）`,
  atLeast: (size: string) => `≥ ${size}`,
  atLeastNote: '“≥”：另有命令输出，运行后才知道大小',
  total: (files: number, size: string) => `合计：${terms.files(files)}，${size}`,
  leftOut: (collector: string, why: string, what: string) => `不采集：${collector}，${why}（${what}）`,
  amount: (files: number, size: string) => `${terms.files(files)}，${size}`,
  checklistTitle: '检查清单',
  missingItems: (items: string) => `缺少必填项：${items}`,
  failedCollectors: (items: string) => `采集器失败：${items}`,
  partialCollectors: (items: string) => `部分完成：${items}（见案例包内的 ERROR.txt）`,
  checklistComplete: '检查清单：必填项齐全',
  notElevated: '当前不是管理员，部分内容可能读不到',
  planWritesNothing: '以上为预计内容，未写入任何文件',

  reviewTitle: '案例包将包含：',
  /** 回答 y、yes 或“是”都算同意。 */
  confirm: (folder: string) => `在 ${folder} 生成案例包？[y/N] `,
  packetBuilt: (files: number, packed: string, bytes: number) =>
    `案例包已生成：${terms.files(files)}，${packed}（${bytes.toLocaleString('zh-CN')} 字节）`,
  sha256: (sum: string) => `SHA-256：${sum}`,
  encrypted: encryption.done,

  progressLine: (stage: string, done: string, total: string, percent: number) =>
    `${stage}：${done} / ${total}（${percent}%）`,
  progressStage: (stage: string) => `${stage}……`,
  progressFiles: (done: number, total: number) => `${done} / ${terms.files(total)}`,
  remaining: (time: string) => `剩余 ${time}`,

  fileState: {
    ok: '一致',
    missing: '缺少',
    'wrong-hash': '内容已改动',
    extra: '清单中没有',
    'unsafe-name': '文件名不安全',
    duplicate: '文件名重复',
  },
  packetProblem: {
    'cannot-read': (detail: string) => `无法读取：${detail}`,
    'not-a-packet': (detail: string) => `不是案例包：${detail}`,
    'unknown-format': (detail: string) => `格式版本未知，请用较新的版本校验：${detail}`,
    ...encryption.packetProblem,
    'files-differ': (detail: string) => `与清单不符的文件：${detail}`,
    'missing-parts': (detail: string) => `缺少分卷：${detail}`,
    'damaged-parts': (detail: string) => `分卷已损坏，请对方重发：${detail}`,
    'foreign-parts': (detail: string) => `与其他分卷不属于同一案例包：${detail}`,
  },
  verified: (reference: string, files: number) =>
    `校验通过：案例 ${reference}，${terms.files(files)}全部一致`,
  notVerified: '校验未通过：不要使用这个案例包',
  verifiedParts: (name: string, parts: number) => `${name}：${parts} 个分卷齐全，未被改动`,
  nothingToVerify: (folder: string) => `${folder} 中没有案例包，也没有案例包的分卷`,

  draftsSaved: (count: number, folder: string) => `已生成 ${count} 封邮件草稿：${folder}`,
  draftsNext: '请在邮件程序中打开每个 .eml 并发送。打不开时，新建邮件，添加同名附件（.eml 旁边的文件）即可。',

  bug: (file: string) => `意外错误：这是 Casepack 的缺陷，详细信息在 ${file}`,
  bugWithoutFile: (message: string) => `意外错误：这是 Casepack 的缺陷：${message}`,

  demo: {
    intro: '这是演示：数据来自内置的演示主机，不是本机。',
    where: (path: string) => `演示案例包：${path}`,
    contents: (size: string, files: number) => `内容：${terms.files(files)}，${size}`,
    next: '在真实机器上采集时，请使用下面的命令（替换尖括号中的内容）：',
    placeholders: {
      ccid: '<CCID>',
      company: '<公司名称>',
      contactName: '<联系人>',
      contactPhone: '<电话>',
      contactEmail: '<电子邮件>',
      patchLevel: '<补丁级别>',
      description: '<问题描述>',
      screenshot: '<错误截图.png>',
    },
  },
};
