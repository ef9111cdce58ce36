// 窗口文字。
import type { ChecklistItemId } from '../../schema/checklist.ts';

const steps = {
  problem: { name: '问题', title: '遇到了什么问题？' },
  contact: { name: '联系人', title: '由谁联系技术支持？' },
  contents: { name: '采集内容', title: '将采集哪些内容？' },
  review: { name: '检查', title: '保存前请检查' },
  saved: { name: '完成', title: '案例包已保存' },
};

const frame = {
  product: 'Casepack',
  tagline: 'CommVault 支持案例',
  stepsLabel: '步骤',
  languageLabel: '界面语言',
  stepState: { done: '已完成', current: '当前步骤', open: '未完成' },
  version: (version: string) => `版本 ${version}`,
  back: '上一步',
  next: '下一步',
  fixFirst: '请先补全标出的内容',
  problemsTitle: '未能完成',
};

const trouble = {
  required: '请填写此项',
  'choose-one': '请选择一项',
  'ccid-shape': 'CCID 为 1 至 8 位十六进制数字（0–9、A–F），例如 F96C9',
  'phone-shape': '请填写至少 5 位的电话号码，可含区号，例如 010-12345678',
  'extension-shape': '分机号只能是数字，最多 10 位',
  'email-shape': '请填写完整的电子邮件地址，例如 name@example.com',
  'jobs-shape': '作业 ID 只能是数字，多个作业用逗号或空格分隔',
  'too-long': '内容过长，请缩短',
  'in-future': '发生时间不能晚于现在',
  'range-order': '结束时间应晚于开始时间',
  'date-shape': '请填写完整的日期和时间',
};

const problem = {
  intro: '每个案例只描述一个问题。信息越具体，工程师越快能着手处理。',
  area: '问题类别',
  areaPlaceholder: '请选择最接近的一类',
  level: (level: number, name: string) => `${level} 级（${name}）`,
  responseWithin: (hours: number) => `${hours} 小时内响应`,
  examples: '例如：',
  title: '标题',
  titleHint: '用一句话说明问题',
  titlePlaceholder: '例如：生产数据库 ORCL 备份自昨晚起失败',
  description: '详细描述',
  descriptionHint: '做了什么、期望什么、实际发生了什么、错误信息原文、最近的变更。',
  occurredAt: '发生时间',
  occurredAtHint: '首次出现的时间，本机时区',
  jobIds: '作业 ID',
  jobIdsHint: '相关的 CommVault 作业，多个用逗号分隔',
  attachments: '附件',
  attachmentsHint: '其他有助于分析的文件，例如脚本输出或报告。',
  addAttachments: '添加文件…',
  removeFile: (name: string) => `移除 ${name}`,
};

const contact = {
  intro: '技术支持按这些信息核对服务资格并回复。填写一次后会保存在本机，下次自动带出。',
  organisation: '服务与公司',
  person: '指定联系人',
  ccid: '产品 CCID',
  ccidHint: 'CommCell Console 标题栏或“关于”窗口中的 CommCell ID',
  ccidTwoReadings: (typed: string, other: string) =>
    `“${typed}”只含数字，可能是十六进制的 CCID，也可能是数据库中的十进制值；若为十进制，对应的 CCID 是 ${other}。`,
  ccidUseOther: (other: string) => `改用 ${other}`,
  ccidUnlicensed: 'FFFFF 表示未授权或试用的安装，可能无法获得支持服务。请确认 CCID 是否正确。',
  company: '公司名称',
  companyHint: '与服务合同一致',
  name: '姓名',
  phone: '电话',
  extension: '分机',
  email: '电子邮件',
  plan: '服务类型',
};

const contents = {
  intro: '请核对软件版本和采集项目；现在只是查看，尚未采集任何文件。',
  items: '采集项目',
  itemsHint: '可以关闭不想提供的项目。',
  gentle: '慢速采集',
  gentleHint: '适合负载高的机器：一次只处理一个文件，中间停顿，用时约为平常的两到四倍。',
  looking: '正在查看本机…',
  columns: { collect: '采集', files: '文件', size: '大小' },
  total: (files: string, size: string) => `共 ${files}，约 ${size}（压缩前）`,
  switchLabel: (name: string) => `采集${name}`,
  off: '已关闭',
  notElevated:
    '当前未以管理员身份运行：没有权限读取的内容会跳过，并在案例包中注明；需要时请以管理员身份重新启动本程序。',
  software: 'CommVault 软件',
  version: 'CommVault 软件版本',
  versionHint: 'CommCell Console“帮助 > 关于”中的版本',
  patchLevel: '补丁级别',
  patchLevelHint: '例如 SP16、11.26.35，请在“帮助 > 关于”中核对',
  foundHere: '在本机找到，请核对',
  instance: (instance: string, client: string) => (client ? `${instance}（${client}）` : instance),
  noInstances: '本机未找到 CommVault 安装。',
  logFolder: 'CommVault 日志文件夹',
  logFolderMissing: '没有找到 CommVault 日志文件夹，请手动选择。',
  logFolderReplace: '默认使用自动找到的日志文件夹；也可以改为指定文件夹。',
  chooseLogFolder: '选择日志文件夹…',
  removeFolder: (path: string) => `移除文件夹 ${path}`,
  gapsTitle: '还缺少必需的信息',
  notHereTitle: '本机无法提供以下信息',
  notHere: '案例包会注明缺少这些内容，技术支持可能会再向您索取。',
  howTo: {
    'commvault-version': '在下方填写软件版本',
    'patch-level': '在下方填写补丁级别',
    'commvault-logs': '在下方选择日志文件夹，或重新打开“CommVault 日志”',
  } as Partial<Record<ChecklistItemId, string>>,
  gap: (item: string, howTo: string | undefined) => (howTo === undefined ? item : `${item}：${howTo}`),
  acceptIncomplete: '我无法提供这些信息，仍要制作不完整的案例包',
  needsComplete: '请补全缺少的信息，或勾选“仍要制作不完整的案例包”',
  collect: '开始采集',
};

const work = {
  preparing: '正在采集',
  delivering: '正在保存案例包',
  preparingHint: '只读取文件，不会改动本机的任何内容。',
  deliveringHint: '写入后会完整回读校验一遍。',
  bytes: (done: string, total: string) => `${done} / ${total}`,
  files: (done: string, total: string) => `${done} / ${total} 个文件`,
  remaining: (time: string) => `预计还需 ${time}`,
  remainingUnknown: '正在估算剩余时间',
  percent: (percent: number) => `已完成 ${percent}%`,
  cancel: '取消',
  cancelling: '正在取消并清除临时文件…',
  progressLabel: '进度',
};

const review = {
  intro: '以下文件会放入案例包。取消勾选即不放入，并在案例单中注明由您保留。',
  reference: '案例编号',
  summary: (files: string, size: string, packed: string) => `${files}，${size}，压缩后约 ${packed}`,
  withheldCount: (files: string) => `不放入：${files}`,
  search: '搜索文件',
  searchPlaceholder: '文件名或文件夹的一部分',
  includeAll: '全部放入',
  withholdAll: '全部不放入',
  includeFound: '放入找到的',
  withholdFound: '不放入找到的',
  noneFound: '没有符合的文件',
  listLabel: '案例包中的文件',
  include: (path: string) => `放入 ${path}`,
  outcomesTitle: '部分内容未能完整采集',
  needsRights:
    '没有权限读取的文件列在相应目录的 ERROR.txt 中。如需一并采集，请以管理员身份重新启动本程序，再采集一次。',
  outcome: (name: string, status: string, reason: string) =>
    reason ? `${name}：${status}（${reason}）` : `${name}：${status}`,
  gapsTitle: '缺少必需的信息',
  saveTo: '保存到',
  change: '更改…',
  back: '返回修改',
  backHint: '返回后需要重新采集',
  save: '保存案例包',
};

const saved = {
  intro: '案例包已写入并通过回读校验。',
  reference: '案例编号',
  where: '位置',
  size: '大小',
  files: '文件数',
  sha256: 'SHA-256 校验值',
  show: '在文件夹中显示',
  gapsTitle: '案例包不完整，缺少：',
  failedTitle: '以下内容未能完整采集：',
  nextTitle: '接下来',
  next: (hotline: string, ccid: string, reference: string) => [
    `拨打服务热线 ${hotline}，报出 CCID ${ccid} 和案例编号 ${reference}。`,
    '按工程师告知的方式发送案例包。',
    '问题解决前请保留案例包和原始日志。',
  ],
  nextNote: (edition: string) => `热线来自：${edition}。使用前请核对。`,
  another: '新建案例',
};

const failure = {
  title: '窗口出现意外错误',
  text: '这是程序缺陷。重新载入窗口后可以再试；已填写的内容保存在“全部案例”中，可以继续填写。',
  reload: '重新载入',
  startTitle: '未能启动',
};

const dialogs = {
  screenshots: '选择错误截图',
  attachments: '选择附件',
  logFolder: '选择 CommVault 日志文件夹',
  outputFolder: '选择案例包的保存位置',
  images: '图片',
  allFiles: '所有文件',
};

/** 大约时间：不足一分钟按秒，否则按分钟。 */
const duration = (seconds: number): string => {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} 秒`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} 分钟`;
  const [hours, left] = [Math.floor(minutes / 60), minutes % 60];
  return left === 0 ? `${hours} 小时` : `${hours} 小时 ${left} 分钟`;
};

export const windowTexts = {
  /** 数字格式所用的区域。 */
  locale: 'zh-CN',
  htmlLang: 'zh-CN',
  steps,
  frame,
  trouble,
  problem,
  contact,
  contents,
  work,
  review,
  saved,
  failure,
  dialogs,
  duration,
};
