// 策略文件：各项设置、来源与错误说明。
import type { PolicySetting } from '../../policy/policy-rows.ts';
import type { ForbiddenBy, PolicySource, PolicyTroubleCode } from '../../schema/effective-policy.ts';

const setting: Record<PolicySetting, string> = {
  'support.edition': '支持政策版本',
  'support.severities': '严重级别与响应时间',
  'support.standardHours': '标准型支持的服务时间',
  'support.hotline': '支持热线',
  'support.contacts': '联系邮箱',
  defaults: '预设值',
  locked: '锁定的预设值',
  'redaction.minimum': '最低脱敏级别',
  'redaction.keywords': '附加脱敏关键词',
  collectorsOff: '停用的采集器',
  logAreas: '各问题类别的日志表',
  'delivery.targets': '预置发送目标',
  'delivery.allowed': '允许发送到',
  'recipients.mailTo': '邮件收件人',
  'recipients.mailCc': '邮件抄送人',
  'recipients.locked': '锁定收件人',
  'recipients.age': 'age 公钥',
  'limits.maxMessageMB': '每封邮件上限',
  'limits.maxCollectedMB': '日志采集量上限',
  'encryption.required': '要求加密',
  'updates.url': '更新信息地址',
};

const source: Record<PolicySource, string> = {
  'built-in': '内置',
  file: '策略文件',
  closed: '策略文件有误，取最严格的值',
};

const trouble: Record<PolicyTroubleCode, (detail: string) => string> = {
  'cannot-read': (detail) => `无法读取（${detail}）；请检查文件权限`,
  'too-large': () => '文件超过 1 MB；策略文件不应这么大，请检查是否放错了文件',
  'not-json': (detail) =>
    detail === ''
      ? '文件在此处提前结束；请补全缺少的括号或引号'
      : `此处不应出现“${detail}”；请检查前面是否少了或多了逗号、引号、括号`,
  'duplicate-name': (detail) => `“${detail}”出现了两次；请删去其中一个`,
  'too-deep': () => '嵌套层次过深',
  'unknown-setting': (detail) => `没有名为“${detail}”的设置；请检查拼写`,
  'missing-setting': (detail) => `缺少“${detail}”；请补上`,
  'wrong-type': (detail) => `类型不对，应为 ${detail}`,
  'not-one-of': (detail) => `不是可用的值，请从中选择：${detail}`,
  'bad-value': () => '值不合要求；格式见管理员手册',
  'unknown-collector': (detail) => `没有名为“${detail}”的采集器或类别；可用 casepack collectors 查看`,
  'nothing-to-lock': (detail) => `锁定了“${detail}”，但 defaults 中没有它的值`,
  'duplicate-target': (detail) => `有两个目标都叫“${detail}”；请改其中一个的名称`,
};

/** 策略不允许的发送。 */
const forbids: Record<ForbiddenBy, (given: string, allowed: string) => string> = {
  target: (given, allowed) => `不能发送到 ${given}${allowed === '' ? '' : `，可用的目标：${allowed}`}`,
  recipient: (given, allowed) => `不能发给 ${given}${allowed === '' ? '' : `，可用的收件人：${allowed}`}`,
  'message-size': (given, allowed) => `每封邮件不超过 ${allowed} 字节，${given} 字节超出上限`,
  encryption: () => '案例包必须加密，请选择密码或 age 公钥加密',
  'age-encryption': () => '案例包必须用 age 公钥加密',
  redaction: (given, allowed) => `这个案例包的脱敏级别为 ${given}，低于要求的 ${allowed}，请重新生成`,
};

export const policy = {
  forbidden: (by: ForbiddenBy, given: string, allowed: string) => `本机策略：${forbids[by](given, allowed)}`,
  setting,
  source,
  trouble,
  column: { setting: '设置', value: '生效值', source: '来源' },
  /** 窗口中的生效值。 */
  value: {
    yes: '是',
    no: '否',
    anywhere: '任何地方',
    targetsOnly: '仅限预置发送目标',
    encryption: { no: '否', any: '密码或 age 公钥', age: '仅限 age 公钥' },
    preset: { ccid: 'CCID', company: '公司名称', plan: '服务类型' },
    presetOf: (name: string, value: string) => `${name}：${value}`,
    severity: (level: number, name: string, hours: number) => `${level} 级（${name}）${hours} 小时`,
    list: (values: readonly string[]) => values.join('、'),
  },
  none: '（无）',
  file: (path: string) => `策略文件：${path}`,
  noFile: (path: string) => `没有策略文件（${path}），使用内置策略`,
  place: (file: string, line: number, column: number, name: string, text: string) =>
    `${file}:${line}:${column}: ${name === '' ? '' : `${name}：`}${text}`,
  sound: (path: string) => `策略文件无误：${path}`,
  broken: (count: number) => `策略文件有 ${count} 处错误；在改正之前，相关限制按最严格的值执行`,
  mayNotDeliver: '在改正之前不能发送案例包：无法判断允许发到哪里',
  mayNotCollect: '在改正之前无法生成案例包：无法判断哪些内容不得离开本机',
};
