// The texts of e-mail drafts, read by customers and by support engineers.
import type { email as zhEmail } from '../zh/email.ts';

export const email: typeof zhEmail = {
  heading: (reference) => `CommVault support case ${reference}`,
  headingSealed: 'CommVault support case (encrypted packet)',
  part: (part, of) => `The packet is sent in ${of} messages; this is number ${part}.`,
  seeFirst: 'The case and the list of attachments are in message 1.',
  sealed:
    'The attachment is encrypted; the case can be read once it is decrypted. The password or key is not in these messages and comes another way.',
  environment: 'Environment',
  description: 'Description',
  shortened: '(an extract; the full text is in case.html in the attachment)',
  missing: 'Still missing',
  parts: 'Attachments',
  partLine: (number, of, name, size) => `${number}/${of}  ${name}  ${size}`,
  useVolumes: [
    'Each attachment is a zip that opens by itself; case.html in it is the case sheet.',
    'To check: save all attachments in one folder and run casepack verify <folder>.',
  ],
  joinParts: (packet) => [
    `Save all attachments in one folder and join them by number into ${packet}.`,
    `7-Zip: open ${packet}.001 and choose "Combine files". Windows: copy /b ${packet}.0* ${packet}. Linux, macOS: cat ${packet}.0* > ${packet}.`,
    'To check: run casepack verify <folder>.',
  ],
  howToJoin: (path, pieces) =>
    `The file ${path} is larger than a volume and was cut into ${pieces} pieces, one after the other in the volumes (.part001, .part002 …). After unpacking all volumes, join the pieces by number to get the file; casepack verify checks the joined file.`,
};
