// The policy this program ships with: CommVault China's customer service guide, June 2008. Used by every process.
import type { SupportPolicy } from './support-policy.ts';

export const china2008Policy: SupportPolicy = {
  edition: 'CommVault China customer service guide, 2008-06',
  severities: [
    { level: 1, name: 'Critical', responseHours: 1 },
    { level: 2, name: 'High', responseHours: 2 },
    { level: 3, name: 'Medium', responseHours: 3 },
    { level: 4, name: 'Low', responseHours: 4 },
  ],
  standardHours: { from: '09:00', to: '18:00', timeZone: 'Asia/Shanghai' },
  // Chapter 3, section 3 of the guide prints 400-810-5908 once; the other three places say 818.
  hotline: '400-818-5908',
  // From the guide as well.
  offices: [
    { city: 'beijing', phone: '010-59051155', fax: '010-59051175' },
    { city: 'shanghai', phone: '021-63910505', fax: '021-63910788' },
    { city: 'guangzhou', phone: '020-38102175', fax: '020-38102190' },
  ],
  // For a permanent licence (chapter 5) the guide says "your sales contact" without an address.
  contacts: [
    { purpose: 'maintenance-advantage', address: 'supportchina@commvault.com' },
    { purpose: 'renewal', address: 'servicechina@commvault.com' },
  ],
};
