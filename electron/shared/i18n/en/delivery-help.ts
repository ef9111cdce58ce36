// Command line help texts: deliver and history.
import type { deliveryHelp as zhDeliveryHelp } from '../zh/delivery-help.ts';

export const deliveryHelp: typeof zhDeliveryHelp = {
  deliverFile: 'the packet to send',
  deliverOptions: {
    to: 'where to send it: an address, a folder, or the name of a saved target',
    passwordFile: 'read the password (or passphrase) from a file; or set CASEPACK_DELIVERY_PASSWORD',
    identityFile: 'SFTP: log in with this private key',
    knownHosts: "SFTP: known hosts in OpenSSH's format (default: the program's own file)",
    caFile: 'also trust the authorities in this file (PEM)',
    formField: 'upload by POST as a form, with the packet in this field',
    s3Parts: 'upload in parts to the presigned addresses in this file (S3); without --to',
    mailTo: "SMTP: the recipient; by default the policy's",
    proxy:
      'auto (by the environment, default), none, or an address; its password comes from CASEPACK_PROXY_PASSWORD',
    retries: 'how often to try again after passing trouble (default: 5)',
    resume: 'continue an interrupted delivery of this packet; --to may be left out',
    again: 'send even if it was delivered before',
    verify: 'read the packets here again and compare them with what was sent',
  },
};
