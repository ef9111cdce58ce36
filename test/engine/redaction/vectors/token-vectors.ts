// Tokens of services that are known by their look, and what only looks so. Runs in vitest.
import type { GoingVector } from './vector.ts';

/** Letters and digits in an order that no word has; the same ones each time. */
function body(size: number, letters = 'kQ7mZ2xW9bT4vR1nJ6pL8cY3dH5fG0sAaEeIiOoUuyBCDFKMNPSVXgjhltz'): string {
  let state = size;
  return Array.from({ length: size }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return letters[Math.floor(state / 65536) % letters.length];
  }).join('');
}

const hex = (size: number) => body(size, '0a1b2c3d4e5f6789');
const capitals = (size: number) => body(size, 'QWERTYUIOPASDFGHJKLZXCVBNM234567');
const small = (size: number) => body(size, 'qwertyuiopasdfghjklzxcvbnm0123456789');
const guid = `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`;

const TOKENS: readonly string[] = [
  `A3-${capitals(6)}-${capitals(11)}-${capitals(5)}-${capitals(5)}-${capitals(5)}`,
  `ops_eyJ${body(120)}`,
  `p8e-${small(32)}`,
  `sk-ant-api03-${body(93)}AA`,
  `AKCp${body(69)}`,
  `cmVmd${body(59)}`,
  `ATCTT3${body(90)}`,
  `ATBB${body(32)}`,
  `sc_${small(10)}.${small(5)}.acc_${small(16)}.${body(40)}`,
  `4b1d${body(38)}`,
  `CLOJARS_${small(60)}`,
  `v1.0-${hex(24)}-${hex(146)}`,
  `dapi${hex(32)}-2`,
  `dnkey-${small(26)}-${small(52)}`,
  `doo_v1_${hex(64)}`,
  `dor_v1_${hex(64)}`,
  `duffel_live_${small(43)}`,
  `dt0c01.${capitals(24)}.${capitals(64)}`,
  `EZAK${body(54)}`,
  `EAAM${body(110)}`,
  `FLWSECK_TEST-${hex(12)}`,
  `fo1_${body(43)}`,
  `fio-u-${body(64)}`,
  `github_pat_${body(82)}`,
  `GR1348941${body(20)}`,
  `glc_${body(60)}`,
  `eyJrIjoi${body(60)}`,
  `pat.${body(22)}.${small(24)}.${body(20)}`,
  `pat${body(14)}.${hex(64)}`,
  `HRKU-AA${body(58)}`,
  `api_org_${body(34, 'kQmZxWbTvRnJpLcYdHfG')}`,
  `ico-${body(32)}`,
  `s-s4t2ud-${hex(64)}`,
  `${hex(32)}-us14`,
  `${body(6)}_${body(29)}_mmk`,
  `ntn_12345678901${body(35)}`,
  `NRII-${body(32)}`,
  `API-${capitals(26)}`,
  `sha256~${body(43)}`,
  `pplx-${body(48)}`,
  `access-sandbox-${guid}`,
  `pnu_${body(36)}`,
  `rdme_${small(70)}`,
  `tk-us-${body(48)}`,
  `xkeysib-${hex(64)}-${small(16)}`,
  `sntryu_${hex(64)}`,
  `sm_pat_${body(16)}`,
  `shippo_live_${hex(40)}`,
  `xoxe.xoxp-1-${body(120)}`,
  `sgp_${hex(40)}`,
  `sk_prod_${body(30)}`,
  `hvr.${body(95)}`,
  `AQVN${body(35)}`,
  `oy2${small(43)}`,
  `dckr_oat_${body(32)}`,
  `figd_${body(40)}`,
  `gsk_${body(52)}`,
  `tvly-${body(32)}`,
  `sl.${body(135)}`,
  `amzn.mws.${guid}`,
  `akab-${small(16)}-${small(16)}`,
  `aio_${body(28)}`,
  `CFPAT-${body(43)}`,
  `APA91b${body(134)}`,
  `AKLT${body(43)}`,
  `bkua_${hex(40)}`,
  `nfp_${body(36)}`,
  `r8_${body(37)}`,
  `sqp_${hex(40)}`,
  `tskey-auth-${body(17)}-${body(32)}`,
  `AVNS_${body(19)}`,
  `ddapp_${body(34)}`,
  `ab1${'8Q~'}${body(34)}`,
  // No list has these.
  `newco_${body(36)}`,
  `newco_live_${body(30)}`,
];

const AROUND: readonly ((token: string) => string)[] = [
  (token) => `got [${token}] from the vault`,
  (token) => `<v>${token}</v>`,
  (token) => `export X=${token}`,
  (token) => `令牌 ${token} 已过期`,
];

/** Marks and escapes that stand with a token in one run; a sentence may end behind it. */
const IN_ONE_RUN: readonly ((token: string) => string)[] = [
  (token) => `the pipeline wrote ${token}.`,
  (token) => `then came ${token}...`,
  (token) => `vault-${token} opened`,
  (token) => `worker.${token}`,
  (token) => `{"log":"first\\n${token}\\nlast"}`,
  (token) => `GET /x?q%3D${token}%26page`,
  (token) => `"q\\u003d${token}"`,
];
const BEGUN = [
  `ghp_${body(36)}`,
  `npm_${body(36)}`,
  `glpat-${body(20)}`,
  `AKIA${capitals(16)}`,
  `AIza${body(35)}`,
  `github_pat_${body(82)}`,
  `eyJ${body(30)}.eyJ${body(90)}.${body(43)}`,
];

export const TOKEN_VECTORS: readonly GoingVector[] = [
  ...IN_ONE_RUN.flatMap((around) =>
    BEGUN.map((token): GoingVector => [around(token), token.slice(0, 20), token.slice(-12)]),
  ),
  ...TOKENS.map(
    (token, at): GoingVector => [
      (AROUND[at % AROUND.length] as (token: string) => string)(token),
      token.replace(/^.*~/, '').slice(0, 40),
    ],
  ),
  [`client-key-data: LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQ${body(20)}`, 'LS0tLS1CRUdJTiBSU0E'],
];

/** Hashes, names of files and programs, public keys. */
export const TOKEN_LOOK_ALIKES: readonly string[] = [
  'mapping_akia_to_region-eyJson.parser-ghp_settings.test',
  'n2d-AKIA-4711.log npm_config_registry.default npm_lifecycle_event-npm_package_name_of_the_service',
  `sha512-${body(60)}/${body(24)}==`,
  `"integrity": "sha384-${body(64)}"`,
  `app_${hex(32)}.log`,
  `layer_${hex(64)}`,
  `x86_Contoso.RT80.CRT_${hex(16)}_8.0.50727.6195_none_${hex(16)}`,
  '_ZN6vaults12TokenBuilderINS_9HashTableIPKNS_5BlockEjEE',
  'createSessionTokenFromAuthorizationRequestV2',
  'test_GetCertificateFromStoreByThumbprint2',
  's.ReplicationTimeoutSeconds = 24',
  's.THISNAMEISALLUPPERCASE',
  's.thisnameisalllowercase',
  'C:\\PROGRA~1\\COMMON~1\\x.dll',
  '~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~',
  'a[i*j] = b*c',
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl',
  'pod/web-deployment-66b6c48dd5-7sk2b 1/1 Running',
  'certificate-authority-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUM',
  'blk_-6670958622368987959',
];
