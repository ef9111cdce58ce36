// The guide's other requests: texts of the mails and of the window.
import type { requests as zhRequests } from '../zh/requests.ts';

const name: (typeof zhRequests)['name'] = {
  'licence-key': 'Permanent licence',
  'ma-access': 'Access to the MA site',
  renewal: 'Service renewal',
};

export const requests: typeof zhRequests = {
  name,
  subject: (kind, company, ccid) => `${name[kind]}: ${company} (CommCell ID ${ccid})`,
  opening: {
    'licence-key':
      'Hello, we have installed CommVault software, which runs on its 30-day licence, and ask for a permanent one. The details:',
    'ma-access':
      'Hello, please tell us whether we may use the Maintenance Advantage (MA) site, and how we get access. The details:',
    renewal:
      'Hello, we would like to know when our CommVault services end and how to renew them; please contact us. The details:',
  },
  company: 'Company',
  contact: 'Contact',
  email: 'E-mail',
  phone: 'Phone',
  ccid: 'CommCell ID',
  hostId: 'WINNTHOSTID',
  derived: (hostId, ip, steps) => `${hostId} (from the IP address ${ip}: ${steps})`,
  closing: 'Thank you.',

  cli: {
    draft: (name, recipient) => `${name}: e-mail draft written, to ${recipient}`,
    noRecipient: '(nobody yet: fill in your sales contact)',
    hostId: (text) => `WINNTHOSTID: ${text}`,
    check: (edition) => `Contacts from: ${edition}. Check before you rely on them.`,
    hotline: (hotline) => `Hotline: ${hotline}`,
    office: (city, phone, fax) => `${city} office: phone ${phone}, fax ${fax}`,
  },
  city: { beijing: 'Beijing', shanghai: 'Shanghai', guangzhou: 'Guangzhou' },
};
