// Texts about sending a packet.
import type { delivery as zhDelivery, deliveryInput as zhDeliveryInput } from '../zh/delivery.ts';

const failure: (typeof zhDelivery)['failure'] = {
  'unknown-host': {
    what: 'there is no such server',
    advice: 'check the host name in the address, or the DNS settings',
  },
  'name-lookup-failed': {
    what: 'the host name cannot be looked up now',
    advice: 'check the network and the DNS settings',
  },
  refused: {
    what: 'the server refuses connections',
    advice: 'check address and port, and that the service is running',
  },
  unreachable: {
    what: 'the server cannot be reached',
    advice: 'check network and firewall, or name a proxy with --proxy',
  },
  'connection-lost': { what: 'the connection broke', advice: 'run the same command again to continue' },
  stalled: {
    what: 'nothing has moved for a long time',
    advice: 'check the network and run the same command again to continue',
  },
  'certificate-untrusted': {
    what: "the server's certificate is not trusted",
    advice: 'if it comes from your own authority, give that with --ca-file',
  },
  'certificate-name': {
    what: "the server's certificate is for another name",
    advice: 'check the address, and if it is right, do not send and ask the other side',
  },
  'certificate-expired': {
    what: "the server's certificate has expired or is not valid yet",
    advice: "check this machine's clock, or ask the other side",
  },
  'tls-failed': {
    what: 'no encrypted connection',
    advice: 'check the port, and that the server speaks TLS 1.2 or later',
  },
  'proxy-unreachable': {
    what: 'the proxy cannot be reached',
    advice: 'check its address, or send without it by --proxy none',
  },
  'proxy-login': {
    what: 'the proxy wants a login',
    advice: 'put the user name into its address and the password into CASEPACK_PROXY_PASSWORD',
  },
  'proxy-failed': {
    what: 'the proxy cannot reach the server',
    advice: 'try again later, or use another proxy',
  },
  'proxy-refused': {
    what: 'the proxy does not allow this server or this port',
    advice: 'ask your network administrator',
  },
  'protocol-error': {
    what: 'the server does not keep to the protocol',
    advice: 'check the port, or ask the other side',
  },
  'identity-unusable': {
    what: 'the private key cannot be used',
    advice: 'check the key file and its passphrase (--password-file)',
  },
  'host-key-changed': {
    what: "the server's host key is not the one on record: someone may be posing as this server, and nothing was sent",
    advice: 'ask the other side for the fingerprint before you change the known hosts file',
  },
  'login-refused': { what: 'login refused', advice: 'check user name and password (or private key)' },
  forbidden: {
    what: 'the server does not allow writing there',
    advice: 'check the permissions; where the address is a presigned one, ask for a new one',
  },
  'link-expired': {
    what: 'the upload address has expired',
    advice:
      'ask for a new one (for parts: new ones of the same upload) and send again; parts that arrived are not repeated',
  },
  'not-found': { what: 'there is no such place on the server', advice: 'check the path in the address' },
  'name-taken': {
    what: 'a file of this name but with other content is there already and was not replaced',
    advice: 'to replace it, add --again',
  },
  'too-large': {
    what: 'larger than the server allows',
    advice: 'send it by e-mail in parts, or collect less',
  },
  'no-space': {
    what: 'the server has no space left or the quota is used up',
    advice: 'ask the other side, or send it another way',
  },
  busy: { what: 'the server is busy', advice: 'try again later' },
  'server-error': { what: 'the server failed', advice: 'try again later, or ask the other side' },
  rejected: { what: 'the server does not take this file', advice: 'go by its answer, or ask the other side' },
  'packet-changed': {
    what: 'the packet is not what its checksum file (.sha256) says, and was not sent',
    advice: 'build the packet again',
  },
  'arrived-different': { what: 'what arrived is not what was sent', advice: 'send it again' },
  'outcome-unknown': {
    what: 'everything was sent, but the answer was lost: it may have arrived',
    advice: 'ask the other side first; to send once more, add --again',
  },
  'already-running': {
    what: 'another process is sending this packet to the same target',
    advice: 'wait until it ends',
  },
  'folder-missing': {
    what: 'there is no such folder',
    advice: 'check the path, and that the USB medium is plugged in or the share connected; no folder is made',
  },
  'folder-forbidden': {
    what: 'writing into this folder is not allowed',
    advice: 'choose another folder, or ask the administrator',
  },
  'folder-read-only': {
    what: 'it can only be read',
    advice: "check the medium's write protection or how it is mounted, or choose another folder",
  },
  'folder-full': { what: 'the disk there has no space left', advice: 'free some, or choose another disk' },
  'folder-file-limit': {
    what: 'the packet is larger than a file may be there (4 GiB on FAT32)',
    advice: 'use a medium with exFAT or NTFS, or send it by e-mail in parts',
  },
  'folder-lost': {
    what: 'the folder vanished on the way: the medium was pulled out or the share disconnected',
    advice: 'connect it and run the same command again; it continues',
  },
  'folder-stalled': {
    what: 'the disk or the share has not answered for a long time',
    advice: 'check the connection and run the same command again; it continues',
  },
};

export const delivery: typeof zhDelivery = {
  failure,
  verification: {
    hash: 'the file that arrived was compared: same content as the packet',
    size: "the other side's file was compared: same size as the packet",
    answer: 'the server confirmed that it has the packet',
  },
  outcome: { delivered: 'delivered', failed: 'failed', cancelled: 'cancelled' },
  failed: (target, reason, detail) => {
    const { what, advice } = failure[reason];
    const words = detail === '' ? what : `${what} (${detail})`;
    return `${target === '' ? 'not delivered' : `not delivered to ${target}`}: ${words}; ${advice}`;
  },
  unknownHostKey: (host, keyType, fingerprint) =>
    `first connection to ${host}; nothing was sent. Its host key (${keyType}) has the fingerprint ${fingerprint}; ask the other side whether that is right`,
  trustLine: (file, line) => `If it is, add this line to ${file}:\n${line}`,
  trustQuestion: 'Is the fingerprint right, and this server to be trusted? [y/N] ',
  badTargetsFile: (path, detail) =>
    `the file of targets ${path} is wrong: ${detail}; correct it and try again`,
  delivered: (target) => `Delivered: ${target}`,
  deliveredBefore: (target, at) =>
    `This packet was delivered to ${target} at ${at} and was not sent again; to send it once more, add --again`,
  receipt: (path) => `Receipt: ${path}`,
  notRecorded:
    'The packet was delivered, but the disk here cannot be written: receipt or history are not complete; do not send it again',
  packetKept: 'The packet is where it was. It can also go by e-mail:',
  pause: (reason, seconds, retry, retries) =>
    `${failure[reason].what}; trying again in ${seconds} s (${retry} of ${retries})`,
  perSecond: (size) => `${size}/s`,
  historyEmpty: 'Nothing has been sent yet',
  packetState: { unchanged: 'as sent', changed: 'changed', gone: 'gone', 'not-sent': '-' },
  unfinished: (path, target) =>
    `Unfinished: ${path} → ${target}\n  to continue: casepack deliver "${path}" --resume`,
  column: {
    time: 'Time',
    outcome: 'Outcome',
    packet: 'Packet',
    size: 'Size',
    target: 'Target',
    state: 'Packet now',
  },
};

export const deliveryInput: typeof zhDeliveryInput = {
  'not-a-target-url': (given) =>
    `“${given}” is neither an address, such as https://host/folder/, nor a folder, such as ./out, nor a saved target`,
  'share-not-mounted': (given) =>
    `network shares such as “${given}” must be mounted on this system first; then give the folder, such as /mnt/share/`,
  'unknown-target-scheme': (given, hint) =>
    `cannot send to “${given}”; an address begins with one of: ${hint}`,
  'password-in-url': () =>
    'an address must not hold a password; use --password-file or CASEPACK_DELIVERY_PASSWORD in the environment',
  'needs-target': () => 'say where to send, such as --to https://host/folder/ or --to /media/usb/',
  'not-a-proxy': (given) => `“${given}” is not a proxy; give auto, none or an address like http://proxy:3128`,
  'password-in-proxy': () =>
    'a proxy address must not hold a password; put it into CASEPACK_PROXY_PASSWORD in the environment',
  'bad-parts-file': (given, hint) =>
    `“${given}” is no list of addresses for an upload in parts (wrong at: ${hint}); ask the other side for a new one`,
  'parts-have-target': () => 'the file of --s3-parts says where to send; leave out --to',
  'not-a-count': (given) => `“${given}” is not a number of repetitions; give 0 to 100`,
};
