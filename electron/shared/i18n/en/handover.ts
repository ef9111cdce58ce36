// What to say on the phone once a packet has left.
import type { handover as zhHandover } from '../zh/handover.ts';

export const handover: typeof zhHandover = {
  level: (level, name) => `${level} (${name})`,
  phone: ({ caseReference, ccid, level, title, plan, hotline, standardHours, place }) => [
    'When you call support:',
    `  Hotline: ${hotline} (${
      plan === 'premium'
        ? '24 x 7'
        : `working days ${standardHours.from}-${standardHours.to}, ${standardHours.timeZone}`
    })`,
    ...(ccid === undefined ? [] : [`  CCID: ${ccid}`]),
    ...(level === undefined ? [] : [`  Severity: ${level}`]),
    ...(title === undefined ? [] : [`  Problem: ${title}`]),
    ...(caseReference === undefined ? [] : [`  Case reference: ${caseReference}`]),
    `  The packet is at: ${place}`,
  ],
};
