// 命令行帮助文字。
import type { ProblemArea } from '../../schema/problem-area.ts';
import { deliveryHelp } from './delivery-help.ts';
import { encryption } from './encryption.ts';
import { terms } from './terms.ts';

const areas = Object.entries(terms.problemArea)
  .map(([area, name]: [ProblemArea | string, string]) => `${area}（${name}）`)
  .join('、');

export const cliHelp = {
  /** commander 自带的英文词。 */
  words: {
    'Usage:': '用法：\n ',
    'Options:': '选项：',
    'Commands:': '命令：',
    'Arguments:': '参数：',
  } as Record<string, string>,
  programUsage: '<命令> [选项]',
  commandUsage: '[选项]',
  program: '为 CommVault 支持案例采集信息与日志，生成一个可校验的案例包（zip）。',
  redactionNote:
    '默认脱敏（--redact standard）：名称与地址以代号替换，密码等机密被遮盖；截图和其他二进制附件按原样进入案例包，请自行检查。',
  firstSteps: '示例：',
  exitCodes: `退出码：
  0    完成，必填项齐全
  1    意外错误（程序缺陷），会说明详细信息所在文件
  2    输入有误或缺少必填项，未写入任何文件
  3    已生成案例包，但缺少必填项（仅在使用 --allow-incomplete 时）或有采集器失败
  4    发送失败，案例包仍在原处
  5    校验未通过
  130  已取消，未留下任何不完整的文件`,
  groups: { form: '案例信息：', content: '采集内容：', output: '输出：' },
  commands: {
    collect: '采集信息与日志，生成案例包',
    plan: '列出 collect 将采集的内容及大小，不写入任何文件',
    reveal: '把支持工程师回复中的代号还原为原来的名称（仅在本机进行）',
    verify: '校验案例包是否完整、未被改动',
    deliver: '发送已有的案例包',
    history: '列出本机的发送记录',
    email: '把案例包分割为邮件草稿（.eml），每封不超过大小上限',
    request: '指南中的其他申请，各生成一封邮件草稿：永久许可证、MA 网站、续约',
    collectors: '列出全部采集器：编号、平台、是否需要管理员权限、读取内容',
    policy: '列出本机生效的策略及每项的来源',
    demo: '用内置的演示主机生成一个案例包（不读取本机数据）',
    help: '显示某个命令的帮助',
  },
  verifyFile: '要校验的案例包、分卷，或存放分卷的文件夹',
  ...deliveryHelp,
  requestKind: 'licence-key（永久许可证）、ma-access（MA 网站使用资格）或 renewal（服务续约）',
  emailFile: '要发送的案例包',
  revealMap: '案例编号（如 7K3QX），或替换对照表文件',
  revealFile: '要还原的文本文件；- 表示标准输入',
  options: {
    ...encryption.options,
    case: '从 JSON 文件读取案例信息；命令行上单独给出的选项优先',
    ccid: '产品 CCID（CommCell ID），最多 8 位十六进制数字，如 F96C9',
    company: '公司名称',
    contactName: '指定联系人姓名',
    contactPhone: '联系人电话',
    extension: '分机号',
    contactEmail: '联系人电子邮件',
    plan: '支持类型：standard（标准型）或 premium（增值型），默认 standard',
    severity: '严重级别：1 严重，2 高，3 中，4 低',
    problem: `问题类别，默认 other：${areas}`,
    title: '事件标题，默认取描述的第一行',
    description: '事件描述',
    descriptionFile: '从文本文件读取事件描述',
    occurredAt: '发生时间，如 2026-11-22T10:15；不带时区时按本机时区',
    job: '相关作业号，可重复',
    commvaultVersion: 'CommVault 软件版本，无法自动识别时填写',
    patchLevel: 'CommVault 补丁级别，如 11.26.35',
    since: '只采集此后的日志：24h、3d 或具体时间；默认 CommVault 日志不限，系统日志取最近 7 天',
    until: '只采集此前的日志；只写日期时包含当天',
    screenshot: '错误截图文件，可重复',
    attach: '其他附件，可重复',
    logDir: 'CommVault 日志目录，代替自动查找，可重复',
    only: '只运行这些采集器或类别（如 commvault、os.release），可重复',
    skip: '不运行这些采集器或类别，可重复',
    redact:
      '脱敏级别：standard（默认）、strict（另替换路径、数据库与策略名称、条码、序列号）、off（仅遮盖密码等机密，并替换关键词）',
    keyword: '一律替换的词，不限语言，可重复',
    keywordFile: '从文本文件读取要替换的词，每行一个，# 开头的行不算',
    sendBinary: '这个二进制文件虽无法脱敏仍要提供（案例包中的路径），可重复',
    withhold: '不提供这个文件（案例包中的路径），可重复',
    followUp: '为已有案例（编号如 7K3QX）再生成一个案例包，编号与代号不变',
    redaction: '试做脱敏，列出每个文件替换了什么、哪些文件不提供；不写入任何文件',
    maxSize: 'CommVault 日志总量上限，优先采集最新的，如 500MB、2GB（1 MB = 1024 × 1024 字节）',
    out: '输出文件夹，默认为当前文件夹',
    ip: '服务器的 IPv4 地址，用于换算 WINNTHOSTID（仅 licence-key）',
    hostId: 'WINNTHOSTID，8 位十六进制数字（仅 licence-key）',
    requestTo: '收件人邮箱，默认为指南给出的邮箱，可重复',
    mailTo: '收件人邮箱，可重复',
    mailCc: '抄送邮箱，可重复',
    maxMessage: '每封邮件（含编码后的附件）的大小上限，默认 20MB（1 MB = 1000 × 1000 字节）',
    emailOut: '草稿和分卷的输出文件夹，默认为当前文件夹',
    check: '只检查这个策略文件是否有误，逐条给出行号和列号',
    demoOut: '输出文件夹，默认为当前文件夹下的 casepack-demo',
    yes: '不询问，直接生成',
    allowIncomplete: '缺少必填项时仍然生成（退出码 3）',
    gentle: '机器负载高时慢速进行：一次只做一件事，中间停顿，优先级最低',
    lang: '界面语言：zh 或 en，默认跟随系统',
    json: '每行输出一个 JSON 对象，供脚本使用',
    quiet: '不显示进度',
    help: '显示帮助',
    version: '显示版本号',
  },
};
