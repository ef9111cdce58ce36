// Whether the value of a field that may be secret is one: programs and sentences use the same words for states, variables and
// calls. In doubt a password is secret. Runs in the engine's process.
import { isGuid, isPlainWord } from '../names/name-worth.ts';
import { Sense } from '../scan/sense.ts';
import { isLogin } from './login-in-base64.ts';
import { changes } from './token-shapes.ts';

/** Words after "password:" that are no password. */
const STATES = new Set(
  `null none nil undefined true false yes no on off na n/a (null) required expired expires invalid incorrect wrong
  failed failure ok success successful succeeded enabled disabled changed empty blank set unset not missing hidden masked
  redacted removed default prompt encrypted for is was must should from in the of and to will has have with by or
  authentication policy file length age field string str text bytes byte int char varchar object any optional unknown
  may can cannot could does did be been this that your a an if when at on as it please enter reset change update
  validation verification mismatch accepted rejected denied checked provided given supplied stored saved never
  chauthtok`
    .trim()
    .split(/\s+/),
);
/** Values that name where the secret is, or nothing: variables, calls, members, placeholders. */
const REFERENCE =
  /^(?:\$(?!\d\w?\$)(?:\w+(?:[^\w!@#^*~].*)?|[{(].*)|%\(?\w+\)?[%sdr]?|\{\{[^{}]*(?:\}{0,2}.{0,2})?|\{\{`\{\{[^{}]*\}\}`\}\}|\{(?:[A-Za-z_.: ]*|\d{1,2})\}|\{[A-Za-z_]+(?:\.[A-Za-z_]+)+[([].*|<[\w -]+>|&lt;.*&gt;|!(?:vault|Ref|Sub|GetAtt|ImportValue|Env)\b.*|arn:aws.*:(?:policy\/|secret:).*|\.\$\w+.*|\*+|x{3,}|X{3,}|\.{3}|-+|\(null\)|self\b.*|this\b.*|(?:args|opts?|options|config|cfg|conf|params?|req|request|data|props|os|process|env|settings|row|kwargs|ctx|obj|cls)[.[].*)$/;
/** What programs write in its place. */
const NOT_SHOWN =
  /^[[<(*]{0,3}(?:(?:value )?(?:hidden|masked|redacted|removed|filtered|not shown|suppressed|sensitive value))[\])>*]{0,3}$|^value_specified_in_no_log_parameter$/;
/** What PowerShell makes a secret of. */
const CMDLET = /^\(?(?:ConvertTo|ConvertFrom|Get|Read|New|Import)-[A-Z]\w+$/;
/** hash:/etc/x of a mail server: where secrets are. */
const FILE = /^[a-z]+:\/(?:etc|usr|var|opt|run|root|home)\//;
const CALL = /^[A-Za-z_][\w.:>-]*[([]|^\(|^[A-Za-z_.]+\s*[+*]/;
/** Of one size, without the parts that names of programs have. */
const LONG_LETTERS = /^(?:[a-z]{24,}|[A-Z]{24,})$/;
const MEMBER = /^[A-Za-z_]\w*(?:[._][A-Za-z_]\w*)*$/;
/** Names of what is always secret, however plain it looks. */
const SURE_KEY =
  /(?:secret|api[_.-]?(?:key|secret|token)|(?:secret|access|private|master|encryption|signing|fernet|jwt|ssl|account|storage|shared|subscription|auth)[_.-]?key|(?:access|auth|session|refresh|bearer|security|vault|oauth)[_.-]?token|access[_.-]?key[_.-]?id)\d?$/i;

export interface FieldText {
  readonly key: string;
  /** Without white space around it. */
  readonly value: string;
  /** The same with the brace that closes it. */
  readonly braced: string;
  readonly sense: number;
  readonly sign: string;
  readonly enclosed: boolean;
  readonly spaced: boolean;
  /** The first thing of its line and at its margin, the value the last: a line of a settings file, hardly of a program. */
  readonly ownLine: boolean;
  /** The same, wherever its line begins. */
  readonly alone: boolean;
  /** A blank and a letter follow: perhaps a sentence. */
  readonly followed: boolean;
  /** Another field with a number follows: perhaps a count. */
  readonly counted: boolean;
  /** A comma or bracket follows: perhaps an argument of a call. */
  readonly argument: boolean;
  /** Part of the query of a web address. */
  readonly queried: boolean;
}

/** @returns false for what only stands where a secret could. */
export function looksLikeSecret(field: FieldText): boolean {
  const { key, value, sense, sign, enclosed, spaced } = field;
  // ${PASSWORD:-default}, ${TOKEN:?must be set}
  const small = value.toLowerCase().replace(/^[-?](?=[a-z]+$)/, '');
  if (
    value === '' ||
    (small === key.toLowerCase() && !isOwnName(field)) ||
    /^(?:(?:true|false)(?:\|(?:true|false))?|null|none|[01])$/.test(small)
  )
    return false;
  if (REFERENCE.test(field.braced) && !(enclosed && /^(?:self|this)/.test(value))) return false;
  if (!enclosed && (CMDLET.test(value) || FILE.test(value))) return false;
  // password= user=x: nothing stands there.
  if (sign === '=' && spaced && !enclosed && /^[a-z_][\w.-]*=[^=]/i.test(value)) return false;
  if (field.queried && sense === Sense.token && /(?:token|secret|key)$/i.test(key))
    return !/^\d{1,3}$/.test(value);
  const sentence = sign === ':' && spaced && !enclosed;
  if (STATES.has(small) && (sentence || !enclosed || sense !== Sense.password)) return false;
  // JobSessionID="…" of another backup product.
  if (/(?:job|task|backup|restore|copy)session_?id$/i.test(key) && isGuid(value)) return false;
  if (sign === '[' && /=/.test(value) && /\s/.test(value)) return false;
  // password=[hidden] says that there is none.
  if (enclosed && NOT_SHOWN.test(small)) return false;
  if (/(?:^|[_-])auth$/i.test(key) && !(enclosed && /^x-/i.test(key)))
    return (
      value.length >= 12 &&
      (enclosed
        ? /^(?=.*[=\d])[\w+/-]+=*$/.test(value) || isLogin(value)
        : /^[\w+/-]+=+$/.test(value) || looksRandom(value))
    );
  if (!enclosed && spaced && CALL.test(value)) return false;
  // env('DB_PASSWORD', 'x1'): capitals are how the environment has its names.
  if (
    sign === ',' &&
    sense === Sense.password &&
    /^[A-Z_\d]+$/.test(key) &&
    /^(?=.*[a-z])(?=.*\d)\S{6,}$/i.test(value)
  )
    return true;
  // '--password', 'x' in the list of a command's arguments.
  if (sign === ',' && key.startsWith('-') && sense !== Sense.keyOrId)
    return !/^-|\s/.test(value) && (sense === Sense.password || /\d/.test(value));
  if (field.queried && key.toLowerCase() === 'key')
    return /^(?=.*\d)(?=.*[a-z])[\w.-]{8,}$/i.test(value) && !isGuid(value);
  if (
    sense === Sense.keyOrId &&
    sign === '=' &&
    !spaced &&
    /^[A-Z\d_]+_KEY$/.test(key) &&
    isKeyOfProgram(value)
  )
    return true;
  if (sense === Sense.keyOrId && /^[sr]k[-_](?=[\w-]*\d)[\w-]{5,}$/.test(value)) return true;
  if (sense === Sense.keyOrId || sign === ',') return looksRandom(value);
  if (sense === Sense.password) return looksLikePassword(field, small);
  if (isPlainSecret(field, small)) return true;
  if (sense === Sense.token && /(?:key|credentials?|token)$/i.test(key) && NO_KEY.test(value)) return false;
  if (/credentials$/i.test(key) && (isPlainWord(small) || small === 'same-origin')) return false;
  // The name of a secret, as its manager has it.
  if (/secret_?id$/i.test(key) && !/\d/.test(value)) return false;
  // token: 42, credential: ok, key = value: what looks like no secret stays.
  if (/^\d{1,7}$|^\d+(?:\.\d+)+$/.test(value) || value.length < 4) return false;
  if (/^(?:sig|signature|sid)$/i.test(key))
    return field.queried ? value.length >= 4 : value.length >= 16 && !/\s/.test(value) && /\d/.test(value);
  if (sense === Sense.licence) return /\d/.test(value) || value.length >= 12;
  const member = !enclosed && MEMBER.test(value) && !/\d/.test(value) && !LONG_LETTERS.test(value);
  const looks = !member && (/\d/.test(value) || value.length >= 16 || /[^A-Za-z.:_-]/.test(value));
  if (sentence || sign === '[') return looks && !/\s/.test(value);
  if (enclosed) return (looks || value.length >= 6) && (!/\s/.test(value) || /^psk$/i.test(key));
  return looks || (sign === '=' && !spaced && !/[.(]/.test(value));
}

/** BACKUP_KEY=x of the environment: many letters, or digits among them, but no word with a number. */
const isKeyOfProgram = (value: string): boolean =>
  /^[A-Za-z]{20,}$/.test(value) ||
  (/^(?=.*\d)(?=.*[a-z])[A-Za-z\d+/=]{8,}$/i.test(value) && !/^\d*[a-z]+\d*$/i.test(value));

/** "password": "password", and password=password outside of a call; "Password" in texts for people. */
function isOwnName({ key, value, sense, sign, enclosed, spaced, argument }: FieldText): boolean {
  if (value !== key || sense === Sense.licence || sense === Sense.keyOrId) return false;
  return enclosed ? sign === ':' || sign === '=' : sign === '=' && !spaced && !argument;
}

/** api_key=abc, "secret": "abc", access_token: abc alone in its line: nothing but a secret stands there. */
function isPlainSecret(field: FieldText, small: string): boolean {
  const { key, value, sense, sign, enclosed, spaced, alone } = field;
  if (sense !== Sense.token || STATES.has(small)) return false;
  if (NO_KEY.test(value) && !isPhrase(field) && !isBraced(field)) return false;
  if (value.length < (enclosed && /\d/.test(value) ? 2 : 3) || (!enclosed && CONSTANT.test(value)))
    return false;
  if (!SURE_KEY.test(key)) {
    if (!/token$/i.test(key) || /^\d{1,7}$/.test(value)) return false;
    if (/^token$/i.test(key)) return isPlainToken(field, small);
  }
  if (enclosed) return sign === ':' || sign === '=' || sign === '>';
  if (!spaced) return sign === '=' || isNoWord(small);
  return alone && isNoWord(small);
}

/** "token": "abc", token=abc, token:abc, and token: abc-def alone in its line. */
function isPlainToken({ value, sign, enclosed, spaced, alone }: FieldText, small: string): boolean {
  if (enclosed) return sign === ':';
  return (
    isNoWord(small) &&
    !/^[A-Z]{1,4}$/.test(value) &&
    (!spaced || (sign === ':' && alone && small.includes('-')))
  );
}

/** <secret>{two words1}</secret> of Jenkins */
const isBraced = ({ value, sign }: FieldText): boolean => sign === '>' && /^\{(?=.*\d)[^{}]+\}$/.test(value);

/** export API_TOKEN="two words", and api_key = "two words1" alone in its line */
const isPhrase = ({ key, value, sign, enclosed, spaced, argument, alone }: FieldText): boolean =>
  enclosed &&
  sign === '=' &&
  (!spaced || (alone && /\d/.test(value))) &&
  !argument &&
  /_/.test(key) &&
  /^[\w+/=@!#%-]+(?: [\w+/=@!#%-]+){1,2}$/.test(value);

/** Names of constants, and of the environment's variables. */
const CONSTANT = /^[A-Z]+(?:_[A-Z]+)+$/;
/** Numbers, several words, files. */
const NO_KEY =
  /\s|^\d{1,4}$|^\d+(?:\.\d+)+$|^(?:[a-z]:)?[\\/](?:etc|usr|var|opt|home|root|path|run|tmp|srv|mnt|data|private|ssl|certs?|secrets?|keys?)[\\/]|\.(?:pem|key|crt|cer|der|p12|pfx|jks|ppk|pub|json|txt)$/i;
const isNoWord = (small: string): boolean => /^[\w+/-]{3,}$/.test(small) && !isPlainWord(small);

/** Letters and digits as they come from a generator of secrets: no id, no name, no path, no version. */
function looksRandom(value: string): boolean {
  const bare = value.replace(/=+$/, '');
  if (value.length - bare.length === 2 && /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w+/]{22,}$/.test(bare))
    return changes(bare) * 3 >= bare.length;
  if (/^(?=.*\d)(?=.*[a-f])[a-f\d]{32,128}$/.test(value)) return true;
  if (bare.length < 12 || !/^[\w+/.-]+$/.test(bare) || isGuid(value)) return false;
  if (/^(?=.*[a-z])(?=.*\d)[A-Za-z\d+/]{32,}$/.test(bare) && changes(bare) * 3 >= bare.length) return true;
  if (!/\d.*\d/.test(bare) || !/[A-Za-z].*[A-Za-z]/.test(bare)) return false;
  const parts = bare.split(/[_./+-]+/);
  const longest = parts.reduce((most, part) => (part.length > most.length ? part : most), '');
  const isWild = /[a-z]/.test(longest) && /[A-Z]/.test(longest) && changes(longest) * 2 >= longest.length;
  if (longest.length < (value !== bare || isWild ? 12 : 15) || longest.length * 2 < bare.length) return false;
  return changes(longest) * 5 >= longest.length && !/^(?:\d+|[a-z]+\d+|\d+[a-z]+)$/i.test(longest);
}

const telling = (value: string): boolean => /\d|[^\w-]|[a-z][A-Z]/.test(value);

function looksLikePassword(field: FieldText, small: string): boolean {
  const { key, value, enclosed, sign, spaced, ownLine, followed, counted } = field;
  if (sign === 'quote')
    return (
      !/^-|\s/.test(value) &&
      !isPlainWord(small) &&
      (/^pass$/i.test(key) ? /^(?=.*\d)(?=.*[^\w./-])[^=]{6,}$/.test(value) : telling(value))
    );
  // pass: 12 fail: 0 counts; PWD=/home/x is where a shell is.
  if (/^pass$/i.test(key) && sign === ':' && spaced && (followed || counted) && /^\d{1,6}$/.test(value))
    return false;
  // PASS: test_restore_42
  if (key === 'PASS' && sign === ':' && spaced && /^test/i.test(value)) return false;
  if (/^(?:OLD)?PWD$/.test(key) && /^\/(?:[\w.-]+(?:\/|$)|$)/.test(value)) return false;
  if (enclosed) return true;
  // --password= https://host is given none.
  if (spaced && key.startsWith('-') && /^[a-z][\w+.-]*:\/\//.test(value)) return false;
  if (value === key) return true;
  if (/(?:^|[._])(?:password|passwd|pwd)$/.test(small)) return sign === ':' && ownLine && /_/.test(key);
  // passwd = user in a program; password = secret on a line of its own is a setting.
  if (sign === ':' && spaced && followed && isPlainWord(small)) return false;
  return !(spaced && !ownLine && (isPlainWord(small) || /^[a-z_]+(?:\.[a-z_]+)+$/.test(value)));
}

/**
 * What follows the name of a header: a sentence and a program's text are none.
 * @param sure a scheme or quotes say that a value stands here: one word is then enough.
 */
export function looksLikeHeaderValue(value: string, isCookie: boolean, sure: boolean): boolean {
  if (value === '' || REFERENCE.test(value) || /^[%"'),]/.test(value)) return false;
  if (sure && !isCookie && /^[\w+/=.~-]{2,}$/.test(value) && !STATES.has(value.toLowerCase()))
    return !/^(?:token|basic|bearer|digest|negotiate|ntlm|header|credentials?|auth\w*)$/i.test(value);
  if (isCookie) return /^[\w.-]+=[^\s=]/.test(value);
  if (/^[A-Za-z_]*[})\],;]*$/.test(value) && value.length < 16) return false;
  return !/^[a-z]+(?: [a-z]+)+[.,]?$/i.test(value) && !CALL.test(value);
}
