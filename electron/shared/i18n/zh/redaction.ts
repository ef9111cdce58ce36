// 脱敏相关文字：级别、规则、不提供的原因。
import type { RedactionLevel, RedactionRule, WithheldReason } from '../../schema/redaction.ts';

const level: Record<RedactionLevel, { name: string; meaning: string }> = {
  standard: {
    name: '标准',
    meaning: '替换主机名、域名、用户名、邮件地址、IP 与 MAC 地址、WWN，并遮盖密码、令牌等机密',
  },
  strict: {
    name: '严格',
    meaning: '在标准级别之上，再替换文件路径、数据库与策略名称、磁带条码与序列号',
  },
  off: { name: '关闭', meaning: '仅遮盖密码、令牌等机密，并替换指定的关键词，其余内容保持原样' },
};

const rule: Record<RedactionRule, string> = {
  password: '密码',
  token: '令牌与 Cookie',
  'private-key': '私钥',
  'cloud-key': '云访问密钥',
  'connection-string': '连接字符串',
  'url-credentials': 'URL 中的凭据',
  'command-line-secret': '命令行中的密码',
  'licence-code': '许可证代码',
  email: '电子邮件地址',
  user: '用户名',
  host: '主机名',
  domain: '域名',
  ipv4: 'IPv4 地址',
  ipv6: 'IPv6 地址',
  mac: 'MAC 地址',
  wwn: 'WWN',
  keyword: '关键词',
  'file-path': '文件路径',
  database: '数据库名称',
  policy: '策略名称',
  barcode: '磁带条码',
  serial: '序列号',
};

const withheld: Record<WithheldReason, string> = {
  'withheld-by-user': '用户选择不提供',
  binary: '二进制文件，无法脱敏',
  'unknown-encoding': '无法确定文字编码，未能脱敏',
  archive: '不支持打开此类压缩文件，未能脱敏',
  'archive-damaged': '压缩文件已损坏，未能脱敏',
  'archive-too-large': '压缩文件展开后过大，未能脱敏',
  'archive-too-deep': '压缩文件嵌套过深，未能脱敏',
  'redaction-failed': '脱敏出错',
  'time-limit': '脱敏超过时间限制',
};

export const redaction = {
  level,
  rule,
  withheld,
  tooManyNames:
    '发现的名称超过 10 万个，之后的名称仅在上下文能够判明时替换。请检查文件内容，并将必须替换的名称指定为关键词。',
  levelLine: (name: string) => `脱敏级别：${name}`,
  replaced: (rules: string) => `已替换：${rules}`,
  nothingReplaced: '没有需要替换的内容',
  ruleCount: (name: string, count: number) => `${name} ${count.toLocaleString('zh-CN')} 处`,
  withheldTitle: (count: number) => `因无法脱敏而不提供的文件（${count.toLocaleString('zh-CN')} 个）：`,
  withheldLine: (path: string, why: string) => `${path}（${why}）`,
  more: (count: number) => `……另有 ${count.toLocaleString('zh-CN')} 个`,
  unredactedTitle: (count: number) =>
    `按原样提供、未经脱敏的文件（${count.toLocaleString('zh-CN')} 个），请自行检查：`,
  replacedColumn: '替换',
};
