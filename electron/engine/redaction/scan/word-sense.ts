// What a word of the text says about what stands beside it: a password follows, a host follows, a user's folder follows. Runs
// in the engine's process.

/** Senses of a word; the numbers are kept in bytes. */
export const Sense = {
  none: 0,
  /** A secret of any look follows. */
  password: 1,
  /** A secret that looks like one follows: these words also stand for harmless things. */
  token: 2,
  /** A header whose whole value is secret. */
  header: 3,
  licence: 4,
  host: 6,
  user: 7,
  domain: 8,
  database: 9,
  policy: 10,
  barcode: 11,
  serial: 12,
  worldWideName: 13,
  hardwareAddress: 14,
  /** The second half of a field's name in two words, such as Name in "Client Name". */
  secondWord: 15,
  bearer: 16,
  /** Users, home: the next part of the path is a person's. */
  userFolder: 17,
  /** A program or option on a command line that takes secrets. */
  command: 18,
  /** The first word of a private key. */
  keyBegins: 19,
  /** A password in a sentence of SQL. */
  identified: 20,
  /** Private-Lines of a PuTTY key. */
  puttyLines: 21,
} as const;
export type Sense = (typeof Sense)[keyof typeof Sense];

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const PASSWORD =
  /(?:password|passwd|passwrd|passphrase|passcode|passwort|kennwort|motdepasse|contrasena|pswd|pwd|psw|pword|(?:store|become|db|user|admin|smtp|mail|ftp|root|proxy|ssh|key|auth|bind|ldap|http|sudo|sql|my|login)pass)(?:s|hash|enc|encrypted|crypt|value|text|plain|plaintext|confirm|confirmation|again|old|new|b64|base64|salt|\d{1,2})?$/;
const PASSWORD_WORDS =
  set(`pass pw userpass dbpass mypass authpass adminpass smtppass mailpass ftppass keypass storepass sshpass proxypass
  rootpass pin passkey szpass clp wpapsk chapsecret radiussecret rocommunity rwcommunity trapcommunity
  authcommunity snmpcommunity communitystring readcommunity writecommunity bindpw requirepass masterauth`);
const TOKEN =
  /(?:secret|secretkey|secretaccesskey|apikey|apitoken|accesskey|privatekey|sharedkey|sharedaccesskey|accountkey|storagekey|encryptionkey|encryptkey|masterkey|signingkey|authkey|hostkey|sessionkey|clientkey|subscriptionkey|functionkey|token|accesstoken|jwt|sessionid|sessid|sessiontoken|authcode|credential|credentials|creds|sastoken|sharedaccesssignature|passwordhash|signature|webhookurl|encryptedvalue|authtoken|seckey|secretkeybase)(?:value|\d)?$/;
const TOKEN_WORDS = set('sig sas secretid accesskeyid awsaccesskeyid xapikey auth psk presharedkey');
const HEADERS = set(
  'authorization proxyauthorization cookie setcookie xauthtoken xapikey cookie2 setcookie2 authorisation',
);
const LICENCE =
  /(?:licen[cs]ekey|licen[cs]ecode|activationcode|activationkey|regcode|registrationcode|registrationkey|productkey|serialkey|unlockcode)$/;
const HOST =
  set(`host hosts hostname fqdn client clientname server servername computer computername machine machinename
  workstation workstationname node nodename commserve commservename commservehost commservehostname cshost cshostname
  scshostname sclienthostname clienthostname sclientname sinterfacename mediaagent mediaagentname ma maname proxyhost proxyserver
  remotehost remotehostname localhostname sourcehost sourceclient desthost destclient destinationclient destinationhost
  sourcehostname desthostname dnshostname netbiosname dbserver dbhost sqlserver datasource ldapserver smtpserver mailserver
  mailhost ntpserver dnsserver esxhost esxserver vcenter vcenterserver virtualmachine vmname vm guesthostname physicalnode
  clustername listenerhost targethost peername peerhost gateway webserver webserverhost indexserver clientcomputer
  destinationclient backupserver masterserver primaryserver secondaryserver primarynode nodehost dbhostname
  originatinghost sourceserver targetserver destserver destinationserver clienthost serverhost logonserver host_name`);
const USER =
  set(`user username userid usr login loginname loginid logon logonname account accountname owner ownername
  runas runasuser samaccountname szusername susername useraccount dbuser dbusername sqluser uid impersonateuser
  serviceaccount subjectusername targetusername logonuser ruser euser ldapuser smtpuser proxyuser adminuser sshuser
  ftpuser remoteuser initiator initiatedby createdby modifiedby requestedby submittedby szuser operatorname caller
  callername ownerid uname logname sudouser auser userprincipalname upn dbuid author requester ftplogin httpuser
  runninguser osuser jobowner taskowner useraccountname clientuser chapuser chapname`);
const DOMAIN =
  set(`domain domainname dnsdomain userdomain addomain ntdomain logondomain dnssuffix subjectdomainname
  targetdomainname accountdomain workgroup searchdomain realm userdnsdomain defaultrealm ldapdomain kerberosrealm`);
const DATABASE = set(
  'database databasename db dbname initialcatalog catalog schema schemaname sid oraclesid servicename tablespace datname dbinstance',
);
const POLICY = set(
  'policy policyname storagepolicy storagepolicyname sp schedulepolicy subclient subclientname backupset backupsetname plan planname',
);
const BARCODE = set(
  'barcode barcodes volumetag voltag primaryvolumetag alternatevolumetag mediabarcode medialabel tapelabel volser volumeserial cartridge',
);
const SERIAL = set(
  'serial serialnumber serialno sn serialnum unitserialnumber productserial chassisserial driveserial hwserial szserial vpdpg80 uuid',
);
const WWN = set(
  'wwn wwpn wwnn worldwidename worldwideportname worldwidenodename portwwn nodewwn portname nodename wwid targetport initiatorport naa fcaddress portwwpn',
);
const MAC = set('mac macaddress macaddr hwaddr hwaddress physicaladdress ether ethernetaddress lladdr bssid');
const SECOND = set(
  'name id key address number no host string server password user account code token computer agent client label tag policy source community',
);
const USER_FOLDERS = set('users home settings homes');
const LOGINS = set('sqlplus rman exp imp expdp impdp net');
/** One letter, or a few, after which names and secrets follow on some programs' command lines. */
const OPTIONS = set('p clp w u k l s h a c x d cs cn ps tk jm usa');

/** @param word as the text has it. */
export function senseOf(word: string): Sense {
  if (/^[0-9a-fA-F]*\d[0-9a-fA-F]*$/.test(word)) return Sense.none;
  const small = word.toLowerCase();
  if (small.startsWith('-')) {
    if (small.startsWith('-----begin')) return Sense.keyBegins;
    return senseOfOption(word, small);
  }
  if (/^0x[0-9a-f]+$/.test(small) || small.length > 80) return Sense.none;
  if (/^(?:naa\.|eui\.|wwn-0x)/.test(small)) return Sense.worldWideName;
  // Hungarian prefixes, packages before a key, and separators inside of it say nothing.
  const joined = small.replace(/[-_.]+/g, '');
  const last = small.slice(Math.max(small.lastIndexOf('.'), small.lastIndexOf('-')) + 1).replaceAll('_', '');
  const sense = senseOfField(joined, last);
  if (sense !== Sense.none) return sense;
  // sMediaAgent, szHostName: a type before the name.
  const typed = /^sz?([A-Z].*)$/.exec(word)?.[1]?.toLowerCase();
  return typed === undefined ? Sense.none : nameSense(typed, typed);
}

function senseOfField(joined: string, last: string): Sense {
  if (HEADERS.has(joined)) return Sense.header;
  if (joined === 'privatelines') return Sense.puttyLines;
  if (joined === 'identified') return Sense.identified;
  if (joined === 'bearer' || joined === 'basic') return Sense.bearer;
  if (PASSWORD.test(joined) || PASSWORD_WORDS.has(joined) || PASSWORD_WORDS.has(last)) return Sense.password;
  if (LICENCE.test(joined)) return Sense.licence;
  if (TOKEN.test(joined) || TOKEN_WORDS.has(joined)) return Sense.token;
  if (USER_FOLDERS.has(joined)) return Sense.userFolder;
  const name = nameSense(joined, last);
  if (name !== Sense.none) return name;
  if (LOGINS.has(joined)) return Sense.command;
  return SECOND.has(joined) ? Sense.secondWord : Sense.none;
}

function nameSense(joined: string, last: string): Sense {
  for (const [fields, sense] of FIELDS) if (fields.has(joined) || fields.has(last)) return sense;
  return Sense.none;
}

const FIELDS: readonly (readonly [ReadonlySet<string>, Sense])[] = [
  [WWN, Sense.worldWideName],
  [MAC, Sense.hardwareAddress],
  [HOST, Sense.host],
  [USER, Sense.user],
  [DOMAIN, Sense.domain],
  [DATABASE, Sense.database],
  [POLICY, Sense.policy],
  [BARCODE, Sense.barcode],
  [SERIAL, Sense.serial],
];

/** Options of programs: `--password`, `-clp`; `-p` alone only says so beside a user, which its rule looks at. */
function senseOfOption(word: string, small: string): Sense {
  const name = small.replace(/^-+/, '').replace(/[-_.]+/g, '');
  const field = senseOfField(name, name);
  if (name === '' || field === Sense.password) return field;
  if (OPTIONS.has(name) || /^-(?:p|P|U)[^-]/.test(word)) return Sense.command;
  // --http-user
  const last = name === '' ? '' : (small.split(/[-_.]/).pop() as string);
  return field === Sense.none || field === Sense.secondWord ? nameSense(name, last) : field;
}
