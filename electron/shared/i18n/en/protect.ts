// Protecting the packet: not at all, by password, for age keys; who can open it.
import type { protect as zhProtect } from '../zh/protect.ts';

export const protect: typeof zhProtect = {
  open: 'Change encryption…',
  now: {
    none: 'Not encrypted',
    password: 'Encrypted with a password (AES-256)',
    age: (count) => `Encrypted for ${count} age ${count === 1 ? 'key' : 'keys'}`,
  },
  title: 'Protect the packet',
  intro:
    'Encrypted, the packet cannot be opened by others who get hold of it on the way. Agree with support first on a way that they can open.',
  way: 'Encryption',
  ways: {
    none: { title: 'None', text: 'Whoever has the packet can open it.' },
    password: {
      title: 'Password',
      text: 'Whoever knows the password can open it with 7-Zip, WinZip, Bandizip or the like; Windows Explorer cannot.',
    },
    age: {
      title: 'Public keys of the receivers (age)',
      text: 'Only holders of the secret keys can open it, and no password has to be passed on. You cannot open it yourself unless you add your own key.',
    },
  },
  password: 'Password',
  passwordHint: 'At least 12 characters; a few unrelated words are easiest to remember.',
  repeated: 'Password again',
  show: 'Show password',
  strength: {
    short: (length) =>
      `${length} ${length === 1 ? 'character' : 'characters'}: short, and may be guessed by whoever has the file`,
    plain: 'Long enough, but of one kind of characters; make it longer or mix letters, digits and signs',
    good: 'Long and mixed enough',
  },
  odd: 'The password has characters other than Latin letters, digits and common signs; some programs may not open the packet with it.',
  tellSeparately:
    'Tell the password another way, such as by phone, and never send it with the packet. It is not stored: once forgotten, it is lost.',
  recipients: 'Public keys',
  recipientsHint: 'They begin with age1, one a line; the receiver gives them to you.',
  trouble: {
    'password-missing': 'Please give a password',
    'password-differs': 'The two passwords differ',
    'recipients-missing': 'Please give at least one public key',
    'too-many-recipients': 'At most 20 public keys',
  },
  recipientShape: (line) => `Line ${line} is no age public key: it begins with age1 and has 62 characters`,
  done: 'OK',
  cancel: 'Cancel',
};
