// 窗口中的脱敏：选择级别与关键词，检查每个文件替换了什么。
import type { RedactionLevel } from '../../schema/redaction.ts';

const choice = {
  title: '脱敏',
  hint: '文件在放入案例包之前先脱敏：名称和地址换成代号，代号在整个案例中保持一致。对照表只保存在本机。',
  level: '脱敏级别',
  levels: {
    standard: {
      title: '标准（推荐）',
      text: '替换主机名、域名、用户名、电子邮件地址、IP 地址、MAC 地址和 WWN。',
      detail: '保留版本号、作业 ID、时间、错误码和文件路径，工程师仍能分析。',
    },
    strict: {
      title: '严格',
      text: '在标准之上，再替换文件路径、数据库与策略名称、磁带条码和序列号。',
      detail: '保留版本号、作业 ID、时间和错误码；工程师可能需要向您追问。',
    },
    off: {
      title: '关闭',
      text: '名称和地址按原样提供，二进制文件也会提供。',
      detail: '仅遮盖密码、令牌、私钥等机密，并替换您指定的关键词。',
    },
  } satisfies Record<RedactionLevel, unknown>,
  always:
    '无论选择哪个级别，密码、令牌、私钥、许可证代码等机密都会被遮盖。您填写的 CCID 和联系人信息不脱敏。',
  keywords: '另外替换的关键词',
  keywordsHint: '每行一个，例如项目名、客户名、内部系统名；不区分大小写，至少 2 个字符。',
  keywordShort: (line: number) => `第 ${line} 行太短：关键词至少 2 个字符`,
  keywordLong: (line: number) => `第 ${line} 行太长：关键词最多 200 个字符`,
  fixKeywords: '请先更正关键词',
  tooMany: (most: number) => `关键词太多：最多 ${most} 个`,
};

const summary = {
  title: '脱敏结果',
  level: (name: string) => `级别：${name}`,
  total: (count: string) => `共替换 ${count} 处`,
  nothing: '没有发现需要替换的内容',
  rulesLabel: '各类替换的次数',
  ruleCount: (name: string, count: string) => `${name} ${count}`,
  unredacted: (files: string) => `${files}按原样提供、未经脱敏（截图等），请自行检查`,
  addKeyword: '添加关键词，重新脱敏…',
};

const filter = {
  label: '显示哪些文件',
  all: (count: string) => `全部 ${count}`,
  redacted: (count: string) => `有替换 ${count}`,
  untouched: (count: string) => `无替换 ${count}`,
  withheld: (count: string) => `不提供 ${count}`,
};

const row = {
  redactions: (count: string) => `替换 ${count} 处`,
  unredacted: '未脱敏',
  view: '查看',
  viewLabel: (path: string) => `查看 ${path}`,
  withheldLabel: '不提供的文件',
  release: '仍要提供…',
  releaseLabel: (path: string) => `仍要提供… ${path}`,
  noneWithheld: '没有因脱敏而不提供的文件',
};

const release = {
  title: '按原样提供这个文件？',
  text: '这是二进制文件，无法检查和脱敏，其中可能有主机名、用户名、地址甚至密码。',
  confirm: '按原样提供',
  cancel: '不提供',
};

const keywordDialog = {
  title: '添加关键词，重新脱敏',
  hint: '已采集的文件会按全部关键词重新脱敏，不必重新采集。',
  redact: '重新脱敏',
  redacting: '正在重新脱敏…',
  cancel: '取消',
  missing: '请填写至少一个关键词',
};

const leak = {
  title: '封包前的检查发现遗漏，案例包没有保存',
  text: (path: string, rule: string) => `${path} 中仍有应当替换的内容（${rule}）。`,
  addKeyword: '可以添加关键词重新脱敏后再保存。',
  retry: '不提供这个文件，重新保存',
};

const viewer = {
  loading: '正在打开…',
  original: '显示替换前的内容',
  originalHint: '原内容只在本机显示，不会放入案例包',
  search: '在本页中查找',
  previous: '上一处',
  next: '下一处',
  noMatch: '本页没有找到',
  noMarks: '本页没有替换',
  match: (position: number, count: number) => `第 ${position} 处，共 ${count} 处`,
  replaced: (place: string, rule: string, standIn: string, original: string) =>
    `${place}：${rule} ${standIn}，原为 ${original}`,
  secret: (place: string) => `${place}：机密，原文不保存`,
  page: (page: string, pages: string) => `第 ${page} 页，共 ${pages} 页`,
  previousPage: '上一页',
  nextPage: '下一页',
  text: '文件内容',
  keep: '不提供这个文件',
  close: '关闭',
};

export const redacting = { choice, summary, filter, row, release, keywordDialog, leak, viewer };
