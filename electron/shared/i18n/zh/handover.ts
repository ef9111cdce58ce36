// 案例包送出之后的电话说明。
import type { PhoneFacts } from '../../schema/delivery.ts';

type Said = Omit<PhoneFacts, 'severity'> & { readonly level: string | undefined };

export const handover = {
  level: (level: number, name: string) => `${level} 级（${name}）`,
  /** 拨打热线时照此说明，一行一项；加密的案例包没有标题。 */
  phone: ({
    caseReference,
    ccid,
    level,
    title,
    plan,
    hotline,
    standardHours,
    place,
  }: Said): readonly string[] => [
    '致电技术支持时可以这样说明：',
    `  热线：${hotline}（${
      plan === 'premium'
        ? '7×24 小时'
        : `工作日 ${standardHours.from}–${standardHours.to}，${standardHours.timeZone}`
    }）`,
    ...(ccid === undefined ? [] : [`  产品 CCID：${ccid}`]),
    ...(level === undefined ? [] : [`  严重级别：${level}`]),
    ...(title === undefined ? [] : [`  问题：${title}`]),
    ...(caseReference === undefined ? [] : [`  案例编号：${caseReference}`]),
    `  案例包位置：${place}`,
  ],
};
