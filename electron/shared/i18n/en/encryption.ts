// Texts about encryption: options, problems with input, verdicts, what was done.
import type { encryption as zhEncryption } from '../zh/encryption.ts';

const input: (typeof zhEncryption)['input'] = {
  'needs-password': () => 'needs a password: give --password-file, or set CASEPACK_PASSWORD',
  'not-one-line': (given) => `${given} must hold one line, the password`,
  'not-a-recipient': (given) =>
    `“${given}” is not an age public key (age1…, 62 characters); check that all of it was copied`,
  'needs-recipient': () =>
    'needs a public key: give --recipient age1…, once for each who may open the packet',
  'not-an-identity': (given) => `${given} is not an age identity file: no line begins with AGE-SECRET-KEY-1`,
  'only-with': (_given, hint) => `works only with ${hint}; without it the packet would not be encrypted`,
};

const warning: (typeof zhEncryption)['warning'] = {
  'short-password': (_given, hint) =>
    `the password is shorter than ${hint} characters and can be guessed by whoever has the file; a longer one is better`,
  'odd-password': () =>
    'the password has characters other than Latin letters, digits and common signs; some programs may not open the packet with it',
};

export const encryption: typeof zhEncryption = {
  input,
  warning,
  badRecipient: (recipient) =>
    `“${recipient}” is not a valid age public key; check that all of it was copied`,
  packetProblem: {
    encrypted: (detail) => `encrypted by another program: ${detail}; unpack it and verify the packet inside`,
    'needs-password': () =>
      'encrypted with a password: give it by --password-file or the variable CASEPACK_PASSWORD',
    'wrong-password': () => 'the password is wrong',
    'needs-identity': () => 'encrypted with age: give the secret key by --identity-file',
    'wrong-identity': () => 'the packet was not encrypted for this identity file',
    damaged: () => 'what was encrypted is damaged or was changed',
  },
  done: {
    password:
      'Encrypted: password (AES-256). Opens with 7-Zip, WinZip or Bandizip; Windows Explorer cannot open it',
    age: 'Encrypted: age. Only holders of the given keys can open it (age -d -i KEYFILE)',
  },
  options: {
    encrypt: 'encryption: none (default), password (AES-256 zip) or age (public keys)',
    passwordFile: 'file that holds the password, one line; or set CASEPACK_PASSWORD',
    recipient: 'age public key (age1…) of who may open the packet; repeatable',
    identityFile: 'file with an age secret key, to check a packet encrypted with age',
  },
};
