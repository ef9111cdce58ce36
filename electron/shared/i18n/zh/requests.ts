// 指南中的其他申请：邮件文字与界面文字。
import type { RequestKind } from '../../schema/support-request.ts';

const name: Record<RequestKind, string> = {
  'licence-key': '永久许可证申请',
  'ma-access': 'MA 网站使用资格确认',
  renewal: '服务续约咨询',
};
const opening: Record<RequestKind, string> = {
  'licence-key':
    '您好！我公司已安装 CommVault 软件，目前使用 30 天临时许可证，现申请永久许可证，所需信息如下。',
  'ma-access': '您好！请确认我公司能否使用 Maintenance Advantage（MA）网站，并告知开通方式。相关信息如下。',
  renewal: '您好！我公司希望了解 CommVault 服务的到期时间及续约事宜，请与我们联系。相关信息如下。',
};

export const requests = {
  name,
  subject: (kind: RequestKind, company: string, ccid: string) =>
    `${name[kind]}：${company}（CommCell ID ${ccid}）`,
  opening,
  company: '公司名称',
  contact: '联系人',
  email: '电子邮件',
  phone: '电话',
  ccid: 'CommCell ID',
  hostId: 'WINNTHOSTID',
  derived: (hostId: string, ip: string, steps: string) => `${hostId}（由 IP 地址 ${ip} 换算：${steps}）`,
  closing: '谢谢！',

  cli: {
    draft: (name: string, recipient: string) => `${name}：邮件草稿已生成，收件人 ${recipient}`,
    noRecipient: '（空，请填写销售联系人的邮箱）',
    hostId: (text: string) => `WINNTHOSTID：${text}`,
    check: (edition: string) => `联系方式出自 ${edition}，使用前请核实。`,
    hotline: (hotline: string) => `服务热线：${hotline}`,
    office: (city: string, phone: string, fax: string) => `${city}办公室：电话 ${phone}，传真 ${fax}`,
  },
  city: { beijing: '北京', shanghai: '上海', guangzhou: '广州' },
};
