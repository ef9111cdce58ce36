// Sending a packet from the window: uploading, copying to a folder, and what to do when it did not arrive.
import type { upload as zhUpload } from '../zh/upload.ts';

export const upload: typeof zhUpload = {
  title: 'Send the packet',
  hint: 'Nothing is sent by itself. Choose the way you agreed on with the engineer; if one does not work, take another: the packet stays as it is.',
  ways: { email: 'E-mail', folder: 'Folder, share or USB', server: 'Upload to a server' },

  folder: {
    hint: 'Copies to a folder of this machine, a network share or a USB stick, and compares every byte afterwards.',
    choose: 'Choose folder…',
    change: 'Change…',
    free: (free, packet) => `${free} free, the packet takes ${packet}`,
    freeUnknown: (packet) => `Free space is not known; the packet takes ${packet}`,
    tooSmall: (free, packet) =>
      `Not enough space: ${free} free, the packet takes ${packet}. Choose another folder`,
    copy: 'Copy and compare',
  },

  server: {
    hint: 'The receiver gives you the address. Data travels encrypted, and certificates are always checked.',
    none: 'There is no target yet. Add one with the address that the receiver gave you.',
    target: 'Target',
    add: 'Add target…',
    edit: 'Edit…',
    remove: 'Delete',
    removeQuestion: (name) => `Delete the target "${name}"? Packets that were sent are not affected.`,
    removeYes: 'Delete',
    removeNo: 'Keep',
    thisRun: (name) => `${name} (this time only)`,
    send: 'Send',
    sendAs: (url) => `Sends to ${url}`,
  },

  form: {
    add: 'Add target',
    edit: 'Edit target',
    name: 'Name',
    nameHint: 'For you to know it by, such as "Vendor inbox"',
    kind: 'How',
    kinds: {
      https: 'HTTPS upload',
      tus: 'HTTPS, resumable (tus)',
      sftp: 'SFTP',
      ftps: 'FTPS',
      smtp: 'Mail server (SMTP)',
      s3: 'Presigned address (S3)',
    },
    address: 'Address',
    addressHints: {
      https: 'Such as upload.example.com/cases/; a slash at the end means a folder',
      tus: 'Such as upload.example.com/files/',
      sftp: 'Such as sftp.example.com/in/, or with a port: sftp.example.com:2222/in/',
      ftps: 'Such as ftp.example.com/in/',
      smtp: 'Such as mail.example.com:587; port 465 is TLS throughout, others use STARTTLS',
      s3: 'Paste the whole address you were given. It is a credential itself: it is used until the program ends and never stored',
    },
    user: 'User name',
    userHint: 'Leave empty where no login is needed',
    mailTo: 'Recipient',
    mailToHint: 'Gets the packet as an attachment',
    keyFile: 'Private key file',
    keyFileHint: 'Not needed to log in with a password',
    caFile: 'CA certificate file',
    caFileHint: 'Only where the receiver has an authority of its own (PEM)',
    choose: 'Choose…',
    clear: (name) => `Do not use ${name}`,
    none: 'Not chosen',
    proxy: 'Proxy',
    proxies: { auto: 'Automatic (as the system says)', none: 'None', fixed: 'This address' },
    proxyAddress: 'Proxy address',
    proxyHint: 'Such as http://proxy.example.com:3128; with a login: http://user@proxy…',
    remember: 'Remember this target on this machine',
    rememberHint: 'Without passwords',
    done: 'Save',
    cancel: 'Cancel',
    trouble: {
      name: 'Give a name: it begins with a letter or digit and may hold blanks, dots, underscores and hyphens; at most 64 characters',
      'name-taken': 'There is a target of this name already',
      address: 'Give the whole address, such as host.example.com/folder/',
      'password-in-address': 'Leave the password out of the address; you are asked for it when sending',
      mailTo: 'Give a complete e-mail address, such as name@example.com',
      proxyAddress:
        'Give the whole address of the proxy, such as http://proxy.example.com:3128, without a password',
    },
  },

  password: {
    title: { login: 'A password is needed', proxy: 'The proxy wants a password' },
    reason: {
      needed: (place) => `Logging in to ${place} takes a password.`,
      'login-refused': (place) =>
        `${place} refused the login. Check the password and try again; the user name is part of the target.`,
      'identity-unusable': (place) =>
        `The private key for ${place} cannot be opened. If it has a passphrase, type that.`,
      'proxy-login': (place) => `The proxy ${place} wants a login.`,
    },
    label: 'Password',
    labelToken: 'Password or token',
    labelPassphrase: 'Passphrase of the key',
    keep: 'Remember on this machine',
    keepHint: 'Encrypted by the operating system; only your user can read it.',
    cannotKeep:
      'This system has no store for passwords. The password is used until the program ends and never written to disk.',
    done: 'Send',
    cancel: 'Cancel',
    missing: 'Type the password',
  },

  hostKey: {
    title: 'First connection to this server',
    text: (host) =>
      `${host} is met for the first time. Ask the receiver for the fingerprint by another way, such as the phone: only if it is the same is this really their server.`,
    keyType: 'Kind of key',
    fingerprint: 'Fingerprint',
    nothingSent: 'Nothing has been sent so far.',
    trust: 'It is the same, go on',
    cancel: 'Do not send',
  },

  status: {
    sending: (place) => `Sending to ${place}`,
    copying: (place) => `Copying to ${place}`,
    checking: 'Comparing the contents…',
    connecting: 'Connecting…',
    bytes: (done, total) => `${done} of ${total}`,
    speed: (perSecond) => `${perSecond}/s`,
    pause: (what, seconds, retry, retries) =>
      `${what.replace(/^./, (first) => first.toUpperCase())}; trying again in ${seconds} s (${retry} of ${retries})`,
    answer: 'Everything is sent; waiting for the server to confirm…',
    background: 'You can go on with other things; the system tells you when it is done.',
    cancel: 'Cancel sending',
    cancelling: 'Cancelling…',
    progressLabel: 'Progress of sending',
    percent: (percent) => `${percent}% done`,
    headerSending: (percent) => `Sending ${percent}%`,
    headerFailed: 'Not delivered',
    headerAsks: 'Sending needs you',
    busy: 'Another packet is being sent; please wait until that ends.',
  },

  failed: {
    title: 'Not delivered',
    kept: 'The packet is unharmed and where it was.',
    why: (what, advice) => {
      const sentence = (words: string) => `${words.replace(/^./, (first) => first.toUpperCase())}.`;
      return `${sentence(what)} ${sentence(advice)}`;
    },
    detail: (words) => `Details: ${words}`,
    retry: 'Try again',
    again: 'Send once more',
    email: 'Save for e-mail instead',
    folder: 'Copy to folder',
    edit: 'Edit target…',
    cancelled: 'Sending was cancelled. Trying again goes on where it stopped, if the server can.',
    dismiss: 'Close',
  },
  advice: {
    unreachable:
      'check network and firewall; if the internet is reached by a proxy, edit the target and give its address',
    'connection-lost': 'check the network and try again; it goes on where it stopped',
    stalled: 'check the network and try again; it goes on where it stopped',
    'folder-lost': 'connect it and try again; it goes on where it stopped',
    'folder-stalled': 'check the connection and try again; it goes on where it stopped',
    'certificate-untrusted':
      'if the receiver has its own authority, edit the target and choose its certificate file',
    'proxy-unreachable': 'edit the target and check the address of the proxy, or use none',
    'proxy-login':
      'edit the target and put the user name into the proxy address, such as http://user@proxy:3128; NTLM and Kerberos proxies are not supported',
    'identity-unusable': 'check the key file and its passphrase',
    'name-taken': 'if you are sure, send once more to replace the file there',
    'outcome-unknown': 'ask the receiver first, and send once more only if nothing arrived',
    'link-expired': 'ask for a new address, edit the target and paste it, then try again',
    'too-large': 'send it by e-mail in parts',
    'packet-changed': 'the file was changed or damaged after it was saved: build the packet again',
  },

  done: {
    title: 'Delivered',
    copied: 'Copied and compared',
    earlier: (at) => `This packet was delivered here at ${at} and was not sent again.`,
    notRecorded: 'The disk cannot be written: receipt or history are not complete.',
    target: 'Where to',
    at: 'When',
    sha256: 'SHA-256',
    verified: 'Checked',
    answer: "Server's answer",
    receipt: 'Receipt file',
    again: 'Send once more',
    other: 'Send somewhere else',
  },

  unfinished: {
    title: 'Unfinished deliveries',
    text: (url, at) => `To ${url}, begun ${at}`,
    resume: 'Continue',
    resumeNamed: (reference) => `Continue sending case ${reference}`,
    forget: 'Do not send',
    forgetNamed: (reference) => `Do not send case ${reference}`,
  },

  receipts: {
    none: 'Not sent yet',
    send: 'Send…',
    sendNamed: (reference) => `Send case ${reference}`,
    show: (count) => `Deliveries (${count})`,
    delivered: (target, at) => `${at}: delivered to ${target}`,
    failed: (target, at, reason) => `${at}: not delivered to ${target}: ${reason}`,
    cancelled: (target, at) => `${at}: sending to ${target} was cancelled`,
    reason: {
      'unknown-host-key': 'its host key was not confirmed yet',
      'cannot-read': 'the packet or a key file could not be read',
      'policy-forbids': "the administrator's policy does not allow it",
      'policy-broken': 'the policy file is broken',
      bug: 'unexpected error of the program',
    },
  },

  screen: {
    title: 'Send a packet',
    back: 'Back to all cases',
  },

  dialogs: {
    folder: 'Choose the folder to copy to',
    keyFile: 'Choose the private key file',
    certificateFile: 'Choose the CA certificate file',
  },
};
