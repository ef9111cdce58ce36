// Names and secrets in what something else quotes: commands in brackets and tags, JSON within JSON, XML within XML, sentences of
// Chinese logs; written by hand. Runs in vitest.
import type { GoingVector } from './vector.ts';

/** Each with what must not be left of it. */
export const ENCLOSED_VECTORS: readonly GoingVector[] = [
  [
    '4321  1f6a  11/22 10:15:30 ### Run() - Output [qlogin -cs deichcs1 -u jpriel7 -p Siel7tor -gt]',
    'deichcs1',
    'Siel7tor',
  ],
  ['执行命令：mysql -uroot -pSiel7tor -h gezeitdb，请检查', 'Siel7tor', 'gezeitdb'],
  ['<Data>zip -P Siel7tor a.zip b</Data>', 'Siel7tor'],
  ['<Data>qoperation backup -cs deichcs1 -c deichfs9 -a Q_FILESYSTEM</Data>', 'deichcs1', 'deichfs9'],
  ['<Cmd>run --token sielsupersecret</Cmd>', 'sielsupersecret'],
  ['ran [tool --secret mySielGeheim] twice', 'mySielGeheim'],
  ['Output [Bearer sieltokendeichpriel]', 'sieltokendeichpriel'],
  ['[$5$rounds=5000$GX7BopJZJxPc$le16UF8I2Anb.rOrn22AUPWvzUETDGefUmAV8AZkGcD]', 'le16UF8I2Anb'],
  [
    '<Data>&quot;frp_dashboard_password&quot;: &quot;Siel7tor&quot;, &quot;golden&quot;: &quot;v3&quot;</Data>',
    'Siel7tor',
  ],
  ['<Data>password =&gt; Siel7tor</Data>', 'Siel7tor'],
  ['<Data>&lt;password&gt;Siel7tor&lt;/password&gt;</Data>', 'Siel7tor'],
  ['<Data>&lt;entry key=&quot;db.password&quot;&gt;Siel7tor&lt;/entry&gt;</Data>', 'Siel7tor'],
  ['<Data>sqlcmd -S tcp:GEZEITDB04,1433 -U bkpsiel -P &quot;Basalt Siel 9&quot; -Q x</Data>', 'Siel 9'],
  ['<Data>&amp;token_auth=9b1cefc915ff6180071fb7dcd13ec5a4&amp;trigger=x</Data>', '9b1cefc915'],
  ['{"message":"mysqldump --password \\"Siel7 tor\\" x"}', 'Siel7 tor'],
  ['{"message":"session closed for user jpriel7"}', 'jpriel7'],
  ['{"message":"{\\"host\\":{\\"name\\":\\"deichdn3\\"}}"}', 'deichdn3'],
  ['{"message":"%ASA-6-113008: AAA transaction status ACCEPT : user = prielheide"}', 'prielheide'],
  ['{"log":"Nov 22 10:15:30 deichlog2 sshd[801]: closed"}', 'deichlog2'],
  ['Run() - Output: Nov 22 10:15:30 deichlog2 sshd[801]: closed', 'deichlog2'],
];

/** Each must stay as it is. */
export const ENCLOSED_LOOK_ALIKES: readonly string[] = [
  'Output [zip -r a.zip b]',
  '<Data>unzip -P</Data>',
  '<Data>x &amp; y &lt;z&gt; &quot;quoted&quot; text</Data>',
  'Run() - Nov 22 10:15:30 module: started',
  'Run() - Nov 22 10:15:30 2026 thread[801]: started',
  '{"message":"the user \\"field\\" is missing"}',
];
