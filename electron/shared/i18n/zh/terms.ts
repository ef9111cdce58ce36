// 各处共用的术语，与客户服务指南的用词一致。
import type { ChecklistItemId } from '../../schema/checklist.ts';
import type { Service, SourcedValue } from '../../schema/facts.ts';
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
  'not-a-file': '不是普通文件',
  'too-deep': '文件夹层级过深',
  'outside-window': '不在所选时间范围内',
  'no-area-log': '本机没有该问题类别的日志，按新旧顺序采集整个目录',
  'other-area': '与所选问题类别无关',
  'no-job-id': '未指定作业 ID',
  'no-job-results': '本机没有该作业的结果',
  'no-install-log': '未找到安装日志',
  'not-a-log': '不是日志文件',
  'holds-secrets': '可能含有凭据，从不采集',
  'too-many': '文件夹过多，未全部查找',
  'no-incident': '未指定发生时间或作业 ID',
  'no-logs': '没有可读取的日志',
  'no-database': '本机未发现相关数据库',
  'no-tape': '本机没有连接磁带设备',
  'no-generic-device': '系统没有该设备的通用节点（/dev/sgN），未查询',
  'tool-not-installed': '本机未安装此工具',
  'no-lines-found': '日志中没有该时间或该作业的内容',
  'compression-not-read': '未读取此压缩格式，文件本身按原样采集',
  'not-text': '不是文本文件',
  'metadata-kept': '无法去除图片元数据（位置、设备等），按原样采集',
  'picture-too-large': '图片超过 64 MB，未采集',
  'cannot-read': '无法读取',
  'unexpected-error': '意外错误',
  'withheld-by-user': '用户选择不提供',
};
const cut: Record<Cut, string> = {
  'size-limit': '超过大小限制，仅保留最新部分',
  'time-window': '仅包含所选时间范围的内容',
  'around-incident': '超过大小限制，仅保留最接近事件的部分',
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
  send: '发送',
  draft: '生成邮件草稿',
};
const collector: Record<string, { name: string; reads: string }> = {
  'os.release': { name: '操作系统', reads: '操作系统名称、版本、内部版本号、体系结构、主机名' },
  'hardware.summary': { name: '硬件', reads: 'CPU、内存、磁盘、网卡、机型' },
  'commvault.instances': {
    name: 'CommVault 实例',
    reads: 'CommVault 注册表（密码等已遮盖）与 status 命令：实例、版本、补丁、名称、角色、服务、目录',
  },
  'commvault.logs': {
    name: 'CommVault 日志',
    reads: '每个实例日志目录中的全部文件；指定时间范围或大小限制时按内容和用途选择',
  },
  'commvault.install-logs': {
    name: 'CommVault 安装日志',
    reads: '安装与更新日志（/var/log/.gxsetup、ProgramData），仅用于安装与更新问题',
  },
  'commvault.job-results': {
    name: 'CommVault 作业结果',
    reads: '所指定作业的结果目录中的小型文本文件',
  },
  'commvault.incident': {
    name: '事件时间线',
    reads: '发生时间或作业前后各日志的内容，合并为一条时间线，并统计错误',
  },
  'database.versions': {
    name: '数据库版本',
    reads: '与问题相关的数据库的版本，来自安装信息和程序自身，不连接数据库，不需要密码',
  },
  'tape.library': {
    name: '磁带库与驱动器',
    reads: '机械手与驱动器的型号、固件、序列号、槽位与条码、就绪状态；只查询，不移动任何磁带',
  },
  'system.logs': {
    name: '系统日志',
    reads: '系统日志的最新部分（Windows 事件日志；journal、syslog、内核消息）',
  },
  'user.screenshots': { name: '错误截图', reads: '您添加的截图' },
  'user.attachments': { name: '附件', reads: '您添加的文件' },
};
/** 版本与补丁级别各来源的可信程度。 */
const confidence: Record<SourcedValue['confidence'], string> = {
  stated: '用户填写',
  documented: '厂商文档所列来源',
  inferred: '推断，需确认',
};
const serviceState: Record<Service['state'], string> = {
  running: '运行中',
  stopped: '已停止',
  unknown: '状态未知',
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
  confidence,
  serviceState,
  needsAdmin,
  files: (count: number) => `${count.toLocaleString('zh-CN')} 个文件`,
};
