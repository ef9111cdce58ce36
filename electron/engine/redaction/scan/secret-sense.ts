// Which names of fields say that their value is secret, and how much the value itself must look like one. Runs in the engine's
// process.
import { Sense } from './sense.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const PASSWORD =
  /(?:password|passwd|passwrd|passphrase|passcode|passkey|(?<!use|expose|ch)authtok|snmpcommunit(?:y|ies)|passwort|kennwort|motdepasse|contrasena|pswd|pwd|psw|pword|(?:store|become|db|user|admin|smtp|mail|ftp|root|proxy|ssh|key|auth|bind|ldap|http|sudo|sql|my|login)pass)(?:s|hash|enc|encrypted|crypt|value|text|plain|plaintext|confirm|confirmation|again|old|new|b64|base64|salt|\d{1,2})?$/;
/** The last one: what mail servers ask with, Password: in base64. */
const PASSWORD_WORDS =
  set(`pass pw userpass dbpass mypass authpass adminpass rootpw passwordd passwordo smtppass mailpass ftppass keypass storepass sshpass proxypass
  rootpass pin otp totp passkey szpass clp wpapsk chapsecret radiussecret rocommunity rwcommunity trapcommunity
  authcommunity snmpcommunity communitystring readcommunity writecommunity bindpw requirepass masterauth ugfzc3dvcmq6`);
const TOKEN =
  /(?:secret|secretkey|secretaccesskey|apikey|apitoken|accesskey|privatekey|privatekeydata|privkey|sharedkey|presharedkey|sharedaccesskey|accountkey|storagekey|encryptionkey|encryptkey|masterkey|signingkey|authkey|authenticationkey|privacykey|hostkey|sessionkey|clientkey|clientkeydata|consumerkey|appkey|applicationkey|subscriptionkey|functionkey|functionskey|websocketkey|token|accesstoken|jwt|sessionid|sessid|sessiontoken|authcode|credential|credentials|creds|sastoken|sharedaccesssignature|passwordhash|signature|webhookurl|encryptedvalue|authtoken|fernetkey|jwtkey|sslkey|unlockkey|signingcakey|seckey|secretkeybase|(?:api|secret|access)keys|(?:api|auth|access)tokens)(?:value|\d)?$/;
const TOKEN_WORDS = set(
  'sig sas secretid secretuuid accesskeyid awsaccesskeyid xapikey auth psk community communitystrings crumb jenkinscrumb',
);
const HEADERS = set(
  'authorization proxyauthorization cookie setcookie xauthtoken xapikey cookie2 setcookie2 authorisation',
);
const LICENCE =
  /(?:licen[cs]ekey|licen[cs]ecode|activationcode|activationkey|regcode|registrationcode|registrationkey|productkey|serialkey|unlockcode)$/;
/** What anybody may know, though its name ends as those of secrets do. */
const PUBLIC = /(?:publickey|public|pubkey|key|keyid|csrf|xsrf|jsonweb|next|page|continuation|syncs?)token$/;
/** A header of some service: x-functions-key, x-stratum-auth. */
const OWN_HEADER = /^x-[\w-]*(?:key|token|auth|secret|passcode)$/i;
/** sl_pass, backendPass, ado_pat, user_auth. */
const SHORT_WORD = /(?:\.account\.key\.[\w.-]+|[_.-](?:pass|pw|pat|auth)|[a-z]Pass)$|[_.-]PASS$/;
/** softlayer-key, APP_KEY, dictKey, _some_session. */
const KEY = /[\w.-][_.-](?:key|KEY|Key)$|[a-z]Key$|_session$/;
/** Keys that open nothing: of tables, of maps, of keyboards, of texts. */
const OPENS_NOTHING =
  /(?:primary|foreign|public|pub|sort|partition|cache|bucket|schema|sequence|index|idx|hot|natural|registry|row|map|lookup|hash|config|group|object|message|event|error|unique|composite|route|routing|sub|parent|search|order|field|column|table|data|translation|i18n|locale|metric|job|file|path|package|shard|segment|range|key|host|arrow|enter|return|escape|shift|down|up|dedup|dedupe|idempotency|etag|asset|item|record|entity|node|type|name)[_.-]?key$/i;
/** password_mysql, mySecretString, api_token_123: another word behind the telling one. */
const PASSWORD_INSIDE =
  /(?:^|[_.-])(?:passwords?|passwd|passphrase)[_.-]\w+$|(?:^|[a-z])[Pp]assword[A-Z]\w*$/;
const TELLING_INSIDE =
  /(?:^|[_.-])(?:secret|token|api_?key)[_.-]\w+$|(?:^|[a-z])(?:[Ss]ecret|[Tt]oken|[Aa]piKey)[A-Z]\w*$/i;
/** What such a word makes of it that is no secret. */
const ABOUT_SECRETS =
  /(?:id|ids|name|names|file|files|path|dir|policy|policies|length|len|min|max|size|age|expir\w*|ttl|lifetime|reset|hint|chang\w*|updat\w*|date|time|type|field|label|url|uri|endpoint|prompt|check\w*|required|enabled|disabled|auth\w*|quality|history|strength|encoding|format|encrypt\w*|count|limit|callback|provider|manager|store|dialog|form|box|input|ref|reference|arn|version|audience|issuer|scope|scopes|usage|index|bucket|service|server|client|handler|helper|factory|filter|parser|validator|rotation|mode|method|algorithms?|algo|alg|class|kind|state|status|error|info|list|map|set|get|is|has|screen|page|view|link|text|code|grace|attempts?|retries|source|sink|settings?|config|options?|template|generator|variable|placeholder|complexity|secretary|passenger|through)$/i;

/** @param joined without separators, small. @param last behind the last dot or hyphen. */
export function secretSense(word: string, joined: string, last: string): Sense {
  if (HEADERS.has(joined)) return Sense.header;
  if (PASSWORD.test(joined) || PASSWORD_WORDS.has(joined) || PASSWORD_WORDS.has(last)) return Sense.password;
  if (LICENCE.test(joined)) return Sense.licence;
  if (PUBLIC.test(joined)) return Sense.none;
  if (TOKEN.test(joined) || TOKEN_WORDS.has(joined) || OWN_HEADER.test(word) || SHORT_WORD.test(word))
    return Sense.token;
  if (PASSWORD_INSIDE.test(word) && !ABOUT_SECRETS.test(word)) return Sense.token;
  if (KEY.test(word) && !OPENS_NOTHING.test(word)) return Sense.keyOrId;
  if (joined === 'pat' || joined === 'tokenid') return Sense.keyOrId;
  return TELLING_INSIDE.test(word) && !ABOUT_SECRETS.test(word) ? Sense.keyOrId : Sense.none;
}
