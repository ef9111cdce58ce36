// Lines of operating systems, firewalls, databases and other backup products that tell names in whole sentences, headers and
// compound fields; written by hand. Runs in vitest.
import type { GoingVector } from './vector.ts';

/** Each with what must not be left of it. */
export const SYSTEM_VECTORS: readonly GoingVector[] = [
  ['Nov 22 10:15:31 barge passwd[812]: password changed for nwhelan', 'barge', 'nwhelan'],
  ['useradd[9911]: new user: name=kpetrel, UID=1042, GID=1042, home=/home/kpetrel', 'kpetrel'],
  ["userdel[9912]: removed group 'kpetrel' owned by 'kpetrel'", 'kpetrel'],
  ["userdel[9912]: delete 'opsgull' from group 'wheel'", 'opsgull'],
  ['gpasswd[77]: user mplover added by root to group docker', 'mplover'],
  ['User egannet IP 203.0.113.9 session terminated: idle timeout', 'egannet', '203.0.113.9'],
  [
    'FTP connection from inside:192.168.44.7/50110, user hskua Stored file /srv/drop/a.log',
    'hskua',
    '192.168.44.7',
  ],
  ['Group = 203.0.113.20, Username = test_user, IP = 203.0.113.21, session up', 'test_user', '203.0.113.21'],
  [
    'Nov 22 2026 10:15:30 edge04: %ASA-6-302013: Built connection 77 for out12:192.168.9.4/443',
    'edge04',
    '192.168.9.4',
  ],
  ['<166>Nov 22 10:15:30 EDGEPAIR : %ASA-7-609001: Built local-host net:10.31.2.2', 'EDGEPAIR', '10.31.2.2'],
  ['built for fw22:192.168.77.4/50100 to fw22:192.168.77.9/443', '192.168.77.4', '192.168.77.9'],
  ['deny icmp src OUTSIDE:2a02:cf41:bb:4007:91f2:a9b2:e09a:7fc6 dst x', 'cf41:bb'],
  ['<166>2026-11-22T10:15:30.230Z HVSEVEN Hostd: info hostd[10] up', 'HVSEVEN'],
  ['<110>2026-11-22T10:15:46.186Z hvseven shell[12]: done', 'hvseven'],
  ['2026-11-22T10:15:46.186+08:00 <14> vaultbox Agent_MP [category=0 id=1]', 'vaultbox'],
  ["spid9s      Server name is 'e300573fe5b1'. This is only a message.", 'e300573fe5b1'],
  ['VbrHostName="tern-01.example.local" VbrVersion="13.1.0.411"', 'tern-01', 'example.local'],
  ['SecondaryNodeName="auk02" ESXName="hvskua.example.local"', 'auk02', 'hvskua'],
  ['primary_node_name: kittiwake', 'kittiwake'],
  ['job finished on GULL-EX01 after retries', 'GULL-EX01'],
  ['Backup of nysql02 failed', 'nysql02'],
  ['USERHOST:[7] "fulmar9" USERID:[7] "JPUFFIN" CURRENT_USER:[7] "JPUFFIN"', 'fulmar9', 'JPUFFIN'],
  ["CLIENT USER:[6] 'jpipit' CLIENT TERMINAL:[5] 'pts/0'", 'jpipit'],
  ['DHCPACK on 10.150.60.56 to 4c:55:41:a0:fa:99 (turnstone-pc) via eth0.60', '10.150.60.56', 'turnstone-pc'],
  [
    'openvpn[66]: 203.0.113.5:37849 [wren] Peer Connection Initiated with [AF_INET]203.0.113.5:37849',
    '[wren]',
  ],
  ['[IP addresses:1.2.3.47,1.2.3.6]', '1.2.3.47', '1.2.3.6'],
  ['flow:1.2.3.47->1.2.3.6', '1.2.3.47', '1.2.3.6'],
  ['tacacs-server host 010.021.201.012', '010.021.201.012'],
  ['ip address 1357::2468 and lladdr router 9d8b::5ef6:342:ac2a:ab53', '1357::2468', '9d8b::5ef6'],
  ['dns%3A%0A%20%20-%20172.30.0.17%0Adomain%3A%20web7.reef.internal', '172.30.0.17', 'reef.internal'],
];

/** Lines of the same make without anything to take out. */
export const SYSTEM_LOOK_ALIKES: readonly string[] = [
  'passwd: new password not acceptable, password changed for all',
  'new user: name=apache, UID=48',
  'user data removed by the user, user session deleted, user interface disabled',
  '%ASA-5-111004: console end configuration: OK',
  'drop rate-1 exceeded, rate-2 of 40',
  'JobSessionID="c1d93abe-3adf-4397-b762-351b73acf7e2"',
  'for SHA3-256 and of STREEBOG512, with gcc-toolset-10, by clang-14, for h3-29 and on SLT-A33 or DSLR-A560',
  'fixed on ABC-123, tested with LTO-08 and on Ecma-48',
  'Section 24.1.1.3 and RFC 7540 8.1.2.4',
  'unpack .../imagemagick_8%3a6.9.11.60+dfsg-1.6',
  'mkdir $env:USERPROFILE\\projects',
  'std::a::b and a1::b, ::ffff:256.0.0.1',
  'shard-07:443 rows, replica-03:1200',
  'domain model.local of the program',
  'the server name is required, the user name is "required"',
  'listening on [10] "a" and size:[2] \'ok\'',
];
