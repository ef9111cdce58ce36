// 资料完整度：为什么需要每一项。
import type { ChecklistItemId } from '../../schema/checklist.ts';

const why: Record<ChecklistItemId, string> = {
  ccid: '技术支持用它核对服务资格；没有 CCID 无法受理。',
  company: '与服务合同核对，并用于案例登记。',
  'contact-name': '工程师只与指定联系人沟通。',
  'contact-phone': '工程师首先电话回复；请填写接得通的号码，有分机请一并填写。',
  'contact-email': '补充资料的要求和处理结果会发到这里。',
  'operating-system': '补丁和已知问题因平台和版本而异。',
  'commvault-version': '同样的现象在不同版本中原因不同。',
  'patch-level': '很多问题已在补丁中修复，二线工程师会先核对补丁。',
  'database-version': '数据库代理的行为取决于数据库版本。',
  hardware: '磁带库问题常与主机适配器、固件和驱动有关。',
  'tape-library': '介质和机械手问题需要磁带库的型号和固件。',
  title: '便于案例登记和查找。',
  description: '工程师据此判断从哪里入手，避免反复询问。',
  'system-logs': '用来排除磁盘、网络和系统服务方面的原因。',
  'commvault-logs': '分析问题的主要依据；没有日志往往只能等它再次出现。',
  screenshots: '错误窗口的原文最准确；服务器没有屏幕时可不提供。',
  severity: '决定响应时间和处理顺序。',
};

export const completeness = {
  title: '资料完整度',
  label: (done: number, all: number) => `必需项 ${done} / ${all}`,
  checking: '正在查看本机…',
  complete: '必需项已齐全',
  missing: '还缺少',
  optional: '可选',
  details: '查看全部',
  detailsTitle: '技术支持需要的资料',
  detailsIntro: '清单随问题类别调整；能从本机得到的会自动填好。',
  close: '关闭',
  go: '去填写',
  goTo: (item: string) => `去填写：${item}`,
  state: { provided: '已有', missing: '缺少', unknown: '待查看', 'not-applicable': '不需要' },
  why,
};
