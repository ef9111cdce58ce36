// The window's texts on sending a packet and on the other requests.
import type { sending as zhSending } from '../zh/sending.ts';

export const sending: typeof zhSending = {
  email: {
    hint: 'Cuts the packet into e-mail drafts, none larger than the mail server takes. Files are written on this machine only; nothing is sent by itself.',
    to: 'Recipient',
    toHint:
      'The address that support told you; separate several with commas. May stay empty until you send from your mail program.',
    toWrong: 'Give a complete e-mail address, such as name@example.com',
    limit: 'Largest message',
    limitOf: (megabytes) => `${megabytes} MB`,
    save: 'Write e-mail drafts',
    saving: 'Writing e-mail drafts…',
    cancel: 'Cancel',
    left: (left, of) =>
      left === 0
        ? of === 1
          ? 'The message is sent.'
          : `All ${of} messages are sent.`
        : `Still to send: ${left} of ${of}.`,
    tick: 'Tick each message as you send it:',
    sent: (name, size) => `${name} (${size})`,
    open: 'Open',
    openDraft: (name) => `Open ${name}`,
    openNext: 'Open the next',
    show: 'Show in folder',
    notOpened:
      'No mail program here opens drafts. Write a new message and attach the zip of the same name from the folder; its text can be copied from the draft.',
    again: 'Write again',
  },
  phone: {
    title: 'On the phone',
    hint: 'What to say when you call the hotline:',
    copy: 'Copy',
    copied: 'Copied',
    level: (level, name) => `${level} (${name})`,
    text: (hotline, ccid, severity, title, reference) =>
      `Hotline: ${hotline}\nI would like to open a case. Our CCID is ${ccid}, severity ${severity}.\nProblem: ${title}\nThe case packet is ready; its reference is ${reference}. How shall we send it?`,
  },
  requests: {
    open: 'Other requests',
    title: 'Other requests and contacts',
    intro: 'Writes an e-mail draft as the service guide asks for it; you look at it and send it yourself.',
    contacts: 'Contacts',
    ip: "The server's IPv4 address",
    ipHint: 'WINNTHOSTID is derived from it',
    typeHostId: 'Type the WINNTHOSTID',
    useAddress: 'Derive it from an address',
    hostIdHint: '8 hexadecimal digits',
    hostIdWrong: 'Give 8 hexadecimal digits, such as C0A8010A',
    ipWrong: 'Give an IPv4 address, such as 192.168.1.10',
    derived: (hostId, steps) => `WINNTHOSTID: ${hostId} (${steps})`,
    required: 'Please fill this in',
    wrong: 'This does not look right',
    to: 'Recipient',
    toHint: {
      'licence-key': "Your sales contact's address; may stay empty",
      'ma-access': 'The address that the guide names',
      renewal: 'The address that the guide names',
    },
    save: 'Write e-mail draft',
    saved: (name, folder) => `${name} was written to ${folder}`,
    openDraft: 'Open the draft',
    show: 'Show in folder',
    close: 'Close',
    hotline: 'Hotline',
    phone: 'Phone',
    fax: 'Fax',
    officeOf: (city) => `${city} office`,
    mailbox: { 'maintenance-advantage': 'Questions on the MA site', renewal: 'Service renewal' },
  },
};
