// 各处共用的术语，与客户服务指南的用词一致。
import type { ChecklistItemId } from '../../schema/checklist.ts';
import type { Cut, OutcomeStatus } from '../../schema/manifest.ts';
import type { ProblemArea } from '../../schema/problem-area.ts';
import type { Stage } from '../../schema/progress.ts';
import type { SeverityLevel, SupportPlan } from '../../schema/severity.ts';

const severityName: Record<SeverityLevel, string> = { 1: '严重', 2: '高', 3: '中', 4: '低' };
const severityMeaning: Record<SeverityLevel, string> = {
  1: '主要组件停止运行或严重损坏，业务已受影响',
  2: '主要组件出现问题，业务受到影响',
  3: '间歇性问题，不一定立即影响业务',
  4: '其他情况，不影响业务',
};
const severityExamples: Record<SeverityLevel, string> = {
  1: '关键主机的恢复或重建；关键数据库（Oracle、SQL Server、Exchange）的恢复；CommServe 无法工作，备份和恢复都不能进行',
  2: '生产服务器备份失败；文件或目录恢复失败',
  3: '客户端安装；介质管理；操作咨询',
  4: '一般性咨询与建议',
};
const plan: Record<SupportPlan, string> = {
  standard: '标准型（工作日 09:00–18:00）',
  premium: '增值型（7 × 24 小时）',
};
const problemArea: Record<ProblemArea, string> = {
  backup: '备份',
  recovery: '恢复',
  'commserve-down': 'CommServe 不可用',
  'tape-library': '磁带库与介质',
  deduplication: '重复数据删除',
  'auxiliary-copy': '辅助拷贝',
  index: '索引与浏览',
  installation: '安装与更新',
  'virtual-machine': '虚拟机',
  oracle: 'Oracle',
  'sql-server': 'SQL Server',
  exchange: 'Exchange',
  database: '其他数据库',
  nas: 'NAS / NDMP',
  performance: '性能',
  other: '其他',
};
const checklistItem: Record<ChecklistItemId, string> = {
  ccid: '产品 CCID',
  company: '公司名称',
  'contact-name': '指定联系人姓名',
  'contact-phone': '联系人电话',
  'contact-email': '联系人电子邮件',
  'operating-system': '操作系统平台与版本',
  'commvault-version': 'CommVault 软件版本',
  'patch-level': 'CommVault 补丁级别',
  'database-version': '数据库版本',
  hardware: '硬件信息',
  'tape-library': '磁带库类型',
  title: '事件标题',
  description: '事件描述',
  'system-logs': '系统日志',
  'commvault-logs': 'CommVault 日志',
  screenshots: '错误截图',
  severity: '严重级别',
};
const checklistState = { provided: '已提供', missing: '缺少', 'not-applicable': '不适用' };
const outcomeStatus: Record<OutcomeStatus, string> = {
  ok: '完成',
  partial: '部分完成',
  failed: '失败',
  'timed-out': '超时',
  skipped: '未执行',
};
/** 采集器说明原因时使用的代码；代码不在表中时原样显示。 */
const reason: Record<string, string> = {
  'permission-denied': '权限不足',
  'not-found': '未找到',
  'not-installed': '本机未安装 CommVault',
  'no-log-folder': '未找到日志目录',
  'no-system-log': '本机没有系统日志',
  'not-selected': '未选择',
  'other-platform': '不适用于本操作系统',
  'time-limit': '超过时间限制',
  'size-limit': '超过大小限制',
  'command-failed': '命令执行失败',
  'link-not-followed': '符号链接，未跟随',
  'outside-window': '不在所选时间范围内',
  'source-changed': '读取时文件发生变化',
  'unexpected-error': '意外错误',
  'withheld-by-user': '用户选择不提供',
};
const cut: Record<Cut, string> = {
  'size-limit': '超过大小限制，仅保留最新部分',
  shrank: '读取时文件变短',
  grew: '读取时文件仍在增长，仅包含打开时已有的内容',
  'read-error': '读取出错，内容不完整',
  'time-limit': '超过时间限制，内容不完整',
};
const stage: Record<Stage, string> = {
  look: '查找',
  collect: '采集',
  pack: '打包',
  check: '校验',
};
const collector: Record<string, { name: string; reads: string }> = {
  'os.release': { name: '操作系统', reads: '操作系统名称、版本、内部版本号、体系结构、主机名' },
  'hardware.summary': { name: '硬件', reads: 'CPU、内存、磁盘、网卡、机型' },
  'commvault.instances': {
    name: 'CommVault 实例',
    reads: 'CommVault 注册表：实例、版本、客户端与 CommServe 名称、角色、日志目录',
  },
  'commvault.logs': { name: 'CommVault 日志', reads: '每个实例日志目录中的全部文件' },
  'system.logs': { name: '系统日志', reads: '系统日志（journal、syslog、内核消息）的最新部分' },
  'user.screenshots': { name: '错误截图', reads: '您添加的截图' },
  'user.attachments': { name: '附件', reads: '您添加的文件' },
};
const needsAdmin = {
  never: '不需要管理员权限',
  'for-some': '部分内容需要管理员权限',
};

export const terms = {
  severityName,
  severityMeaning,
  severityExamples,
  plan,
  problemArea,
  checklistItem,
  checklistState,
  outcomeStatus,
  reason,
  cut,
  stage,
  collector,
  needsAdmin,
  files: (count: number) => `${count.toLocaleString('zh-CN')} 个文件`,
};
