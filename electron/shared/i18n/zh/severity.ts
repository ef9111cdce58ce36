// 严重级别：逐步提问、理由与响应时间。
import type { SeverityReason } from '../../schema/severity-answers.ts';

/** 案例单中的理由。 */
const reason: Record<SeverityReason, string> = {
  'broken-commserve': 'CommServe 无法工作',
  'broken-component': '主要组件或某类备份出现故障',
  'broken-minor': '间歇性问题，或仅涉及个别客户端、安装、介质',
  'broken-nothing': '没有故障，属于操作咨询',
  'business-affected': '业务已受影响',
  'business-not-yet': '业务暂未受影响',
  'business-none': '不影响业务',
  'workaround-no': '没有临时解决办法',
  'workaround-yes': '有临时解决办法',
  'recovery-key': '急需恢复关键主机或关键数据库',
  'recovery-files': '急需恢复文件或目录',
  'recovery-none': '目前不需要恢复数据',
  'user-decided': '级别由用户自行选定，与以上回答得出的不同',
};

export const severity = {
  title: '严重级别',
  guideHint: '回答四个问题，即可按客户服务指南得出级别；也可以直接在下方选择。',
  questions: {
    broken: '什么出了问题？',
    business: '业务受影响吗？',
    workaround: '有临时解决办法吗？',
    recovery: '现在急需恢复数据吗？',
  },
  answers: {
    broken: {
      commserve: 'CommServe 不工作',
      component: '主要组件',
      minor: '个别或间歇',
      nothing: '无故障，咨询',
    },
    business: { affected: '已受影响', 'not-yet': '暂未影响', none: '不影响' },
    workaround: { no: '没有', yes: '有' },
    recovery: { key: '关键主机或数据库', files: '文件或目录', none: '不需要' },
  },
  clear: '清除回答',
  unanswered: (count: number) => `还有 ${count} 个问题未回答`,
  advised: (level: string) => `按您的回答，建议 ${level}`,
  because: (reasons: readonly string[]) => `理由：${reasons.join('；')}。`,
  guideExamples: (examples: string) => `指南中的例子：${examples}。`,
  useAdvice: (level: string) => `改用 ${level}`,
  advisedMark: '建议',
  raised: (advised: string) =>
    `您选择的级别高于建议的 ${advised}。技术支持受理时会核对，可能调整级别；请在描述中写明原因。`,
  lowered: (advised: string, from: string, to: string) =>
    `您选择的级别低于建议的 ${advised}，响应时间由 ${from} 延长为 ${to}。`,
  hours: (hours: number) => `${hours} 小时`,
  reason,

  clock: {
    expected: (when: string) => `现在提交，预计 ${when} 前答复`,
    standard: (from: string, to: string) => `标准型，工作日 ${from}–${to}（北京时间）`,
    premium: '增值型，全天候（北京时间）',
    closed: (days: string) => `${days}不计`,
    between: (from: string, to: string) => `${from}至${to}`,
    weekend: (days: string) => `${days}周末`,
    holiday: (days: string, name: string) => `${days}${name}`,
    unknown: '无法推算答复时间：该年度的节假日安排尚未公布。',
    basis: (parts: readonly string[]) => parts.join('，'),
  },
  hotline: {
    title: (number: string) => `1 级问题请先拨打服务热线 ${number}`,
    text: '电话受理最快。案例包可在通话后补发；接通后请报出 CCID。',
    source: (edition: string) => `号码来自：${edition}，使用前请核对。`,
  },
  second: {
    title: '描述中似乎有两个问题',
    text: '每个案例只处理一个问题，分开提交能更快找到对应的工程师。第二个问题可能从这里开始：',
    split: '拆分为第二个案例',
    splitHint: '这段文字移到新的案例草稿，公司和联系人照样带过去。',
    dismiss: '是同一个问题',
  },
};
