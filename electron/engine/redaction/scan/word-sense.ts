// What a word of the text says about what stands beside it: a password follows, a host follows, a user's folder follows. Runs
// in the engine's process.
import { isDistinctive, isNumberedMachine, isTellingName } from '../names/name-worth.ts';
import { isUnlikeWords } from '../names/word-look.ts';
import { ADDRESS_IN_NAME, isNumberedRole, isSureMachine, isWindowsName } from '../rules/machine-name.ts';
import { shapeIn } from '../rules/token-shapes.ts';
import { secretSense } from './secret-sense.ts';
import { Sense } from './sense.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const HOST =
  set(`host hosts hostname fqdn client clnt commcell commcellname clientname server servername computer computername machine machinename
  workstation workstationname node nodename commserve commservename commservehost commservehostname cshost cshostname
  scshostname sclienthostname clienthostname sclientname sinterfacename mediaagent mediaagentname ma maname proxyhost proxyserver
  remotehost remotehostname localhostname sourcehost sourceclient desthost destclient destinationclient destinationhost
  sourcehostname desthostname dnshostname netbiosname dbserver dbhost sqlserver datasource ldapserver smtpserver mailserver
  mailhost ntpserver dnsserver esxhost esxserver vcenter vcenterserver virtualmachine vmname vm guesthostname physicalnode
  clustername ashost mshost gwhost listenerhost targethost peername peerhost gateway webserver webserverhost indexserver clientcomputer
  destinationclient backupserver masterserver primaryserver secondaryserver primarynode nodehost dbhostname
  userhost shost dhost ahost dvchost srchost dsthost srcname dstname devname devicename systemname sysname proxyname esxname rechnername hostnaam proxy csname csclientname scsclientname replica neighbor neighbour commserver filer filername vserver svmname switchname arrayname nasserver fileserver ndmpserver ndmphost hypervisor ddhost appliancename esxihost hvhost originatinghost sourceserver targetserver destserver destinationserver clienthost serverhost logonserver host_name`);
const USER =
  set(`user appuser cvuser domainuser winuser sysuser backupuser restoreuser jobuser vmuser esxuser vcuser ndmpuser nasuser guestuser mailuser authuser acct authid username userid usr login loginname loginid logon logonname account accountname owner ownername
  creatorname authorname requestername runas runasuser samaccountname szusername susername useraccount dbuser dbusername sqluser uid impersonateuser
  serviceaccount subjectusername targetusername logonuser ruser euser ldapuser smtpuser proxyuser adminuser sshuser
  ftpuser remoteuser initiator initiatedby createdby modifiedby requestedby submittedby szuser operatorname caller
  callername ownerid uname logname sudouser auser userprincipalname upn dbuid author requester ftplogin httpuser
  setid usrname suser duser srcuser dstuser xauthuser benutzername benutzer utilisateur usuario fullusername runninguser osuser jobowner taskowner useraccountname clientuser chapuser chapname logonaccount loginaccount callerusername parentuser sourceuser targetuser subjectuser initiatinguser effectiveuser realuser loggedonuser userdisplayname actorusername`);
const DOMAIN =
  set(`domain domainname dnsdomain userdomain addomain ntdomain logondomain dnssuffix subjectdomainname
  targetdomainname sntdom dntdom accountdomain workgroup searchdomain realm userdnsdomain defaultrealm ldapdomain kerberosrealm nisdomain mssfu30nisdomain ypdomain`);
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
  'wwn wwpn wwnn worldwidename worldwideportname worldwidenodename portwwn nodewwn portname nodename wwid targetport initiatorport naa fcaddress portwwpn nodeaddress portaddress',
);
const MAC = set('mac macaddress macaddr hwaddr hwaddress physicaladdress ether ethernetaddress lladdr bssid');
const SECOND = set(
  'name id key address number no host string server password user account code token computer agent client label tag policy source',
);
const USER_FOLDERS = set('users home settings homes');
const LOGINS = set('sqlplus rman exp imp expdp impdp net');
/** One letter, or a few, after which names and secrets follow on some programs' command lines. */
const OPTIONS = set('p clp w u k l s h a c x d cs cn ps tk jm usa');

/** qzrd-2, qzlx7: with one digit only where a port follows. */
const ONE_DIGIT = /^(?:[a-z]{4,}|[a-z]{2,}(?:-[a-z\d]+){0,2}-[a-z]*)\d$/;
/** Of one size, numbered at its end. */
const NUMBERED_NAME = /^(?:[a-z]{3,}(?:-[a-z]+)*|[A-Z]{3,}(?:-[A-Z]+)*)-?\d{2,3}$/;

/** @param word as the text has it. */
export function senseOf(word: string): Sense {
  if (/^[0-9a-fA-F]*\d[0-9a-fA-F]*$/.test(word)) return Sense.none;
  if (shapeIn(word) !== undefined) return Sense.shaped;
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
  const sense = senseOfField(word, joined, last);
  if (sense !== Sense.none) return sense;
  // sMediaAgent, szHostName: a type before the name.
  const typed = /^sz?([A-Z].*)$/.exec(word)?.[1]?.toLowerCase();
  const typedSense = typed === undefined ? Sense.none : nameSense(typed, typed);
  if (typedSense !== Sense.none) return typedSense;
  // ansible_user, DB_HOST: settings; programs' own is_user and current_host are seldom given a plain name.
  const underscored = /[a-z\d]_(user|username|uname|login|host|hostname)$/.exec(small)?.[1];
  if (underscored !== undefined) return nameSense(underscored, underscored);
  // tUser of \tUser: in a quoted text.
  const escaped = /^[nrt]([A-Z][a-z]+)$/.exec(word)?.[1]?.toLowerCase();
  const escapedSense = escaped === undefined ? Sense.none : nameSense(escaped, escaped);
  if (escapedSense !== Sense.none) return escapedSense;
  // VbrHostName, secondary_node_name: whatever comes before, both words at the end say what it is.
  const compound = COMPOUND.exec(word)?.[1]?.toLowerCase();
  if (compound !== undefined) return nameSense(compound, compound);
  if (COMPOUND_MAC.test(word)) return Sense.hardwareAddress;
  if (isMachine(word)) return Sense.machine;
  return ONE_DIGIT.test(word) && isUnlikeWords(word) ? Sense.machineOfOneDigit : Sense.none;
}

const COMPOUND =
  /(?:[a-z\d](?=[A-Z])|[A-Za-z\d][_.-])([Hh]ost|HOST|[Ss]erver|SERVER|[Nn]ode|NODE|[Mm]achine|MACHINE|[Cc]omputer|COMPUTER|[Cc]lient|CLIENT|[Ww]orkstation|WORKSTATION|[Uu]ser|USER|[Aa]ccount|ACCOUNT|[Ll]ogin|LOGIN|[Ll]ogon|LOGON|[Dd]omain|DOMAIN|[Aa]uthor|AUTHOR|[Oo]wner|OWNER|[Cc]reator|CREATOR|[Rr]equester|REQUESTER)[_.-]?(?:[Nn]ame|NAME)$/;
/** RawMACAddress, src_mac_addr */
const COMPOUND_MAC =
  /(?:[a-z\d](?=[A-Z])|[A-Za-z\d][_.-])(?:mac|Mac|MAC)[_.-]?(?:[Aa]ddr(?:ess)?|ADDR(?:ESS)?)$/;

/** backup-server-01, srvdb07, ip-10-1-2-3 in a longer name: what follows says whether it is one. */
function isMachine(word: string): boolean {
  if (word.includes('-') && (isNumberedMachine(word) || ADDRESS_IN_NAME.test(word) || isWindowsName(word)))
    return true;
  if (isNumberedRole(word) || isSureMachine(word) || /^[A-Z]{4,}-\d{2,3}$/.test(word)) return true;
  return NUMBERED_NAME.test(word) && isDistinctive(word) && isTellingName(word);
}

function senseOfField(word: string, joined: string, last: string): Sense {
  if (joined === 'privatelines') return Sense.puttyLines;
  if (joined === 'identified') return Sense.identified;
  if (joined === 'data') return Sense.dataMap;
  if (joined === 'bearer' || joined === 'basic' || joined === 'authbearer') return Sense.bearer;
  const secret = secretSense(word, joined, last);
  if (secret !== Sense.none && secret !== Sense.keyOrId) return secret;
  if (USER_FOLDERS.has(joined)) return Sense.userFolder;
  const name = nameSense(joined, last);
  if (name !== Sense.none) return name;
  if (LOGINS.has(joined)) return Sense.command;
  return SECOND.has(joined) ? Sense.secondWord : secret;
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
  if (/^-ppass(?:word|wd)?$/.test(small)) return Sense.command;
  const field = senseOfField(word, name, name);
  if (name === '' || field === Sense.password) return field;
  if (OPTIONS.has(name)) return Sense.command;
  // --http-user
  const last = name === '' ? '' : (small.split(/[-_.]/).pop() as string);
  const sense = field === Sense.none || field === Sense.secondWord ? nameSense(name, last) : field;
  const isGlued = sense === Sense.none || sense === Sense.keyOrId;
  return isGlued && /^-[pu][^-]/.test(small) ? Sense.command : sense;
}
