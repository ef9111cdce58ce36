// 策略文件：各项设置、来源与错误说明。
import type { PolicySetting } from '../../policy/policy-rows.ts';
import type { PolicySource, PolicyTroubleCode } from '../../schema/effective-policy.ts';

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
};

export const policy = {
  setting,
  source,
  trouble,
  column: { setting: '设置', value: '生效值', source: '来源' },
  none: '（无）',
  file: (path: string) => `策略文件：${path}`,
  noFile: (path: string) => `没有策略文件（${path}），使用内置策略`,
  place: (file: string, line: number, column: number, name: string, text: string) =>
    `${file}:${line}:${column}: ${name === '' ? '' : `${name}：`}${text}`,
  sound: (path: string) => `策略文件无误：${path}`,
  broken: (count: number) => `策略文件有 ${count} 处错误；在改正之前，相关限制按最严格的值执行`,
  mayNotCollect: '在改正之前无法生成案例包：无法判断哪些内容不得离开本机',
};
