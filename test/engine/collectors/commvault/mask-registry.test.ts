// Tests of electron/engine/collectors/commvault/mask-registry.ts: secrets that must vanish, look-alikes that must stay.
// Runs in vitest.
import { describe, expect, it } from 'vitest';
import {
  maskedAssignments,
  maskedProperties,
  maskedRegQuery,
  maskedValue,
} from '#engine/collectors/commvault/mask-registry.ts';

describe('a registry value', () => {
  it.each([
    ['sPassword', '|#5!3f9c21aa07'],
    ['sPASSWD', 'x'],
    ['cCSPASSWD', 'plain'],
    ['sProxyPsw', 'plain'],
    ['regCode', 'AB12-CD34'],
    ['sSerialNumber', '123'],
    ['sLicense', 'x'],
    ['sLicence', 'x'],
    ['nActivation', '1'],
    ['sClientCertificate', 'x'],
    ['sPrivateKey', 'x'],
    ['sAuthToken', 'x'],
    ['sessionId', 'x'],
    ['sOther', '|#7!00'],
    ['sOther', '3082025a30820142a003020102'],
    ['sOther', '0x3082025A30820142'],
    ['sOther', 'MIIDdzCCAl9gAwIBAgIEAgAAuTANBgkq'],
    ['sOther', 'aGVsbG8gd29ybGQgaGVsbG8gd29ybGQ='],
    ['sProxy', 'http://oper:hunter2@proxy:3128'],
    ['sCONNECTION', 'DSN=cs;UID=sa;Password=hunter2'],
    ['sOther', '-----BEGIN RSA PRIVATE KEY-----'],
  ])('%s = %s is masked', (name, value) => {
    expect(maskedValue(name, value)).toBe('***');
  });

  it.each([
    ['sPhysicalNodeName', 'ma01'],
    ['sProductVersion', '11.0.0(BUILD80)'],
    ['dEVLOGDIR', '/var/log/commvault/Log_Files'],
    ['dJOBRESULTSDIR', '/opt/commvault/iDataAgent64/jobResults2'],
    ['dGALAXYHOME', 'C:\\Program Files\\Commvault\\ContentStore'],
    ['sCSGUID', '4C2A7C9E-1111-4222-8333-944455566677'],
    ['sCSHOSTNAME', 'cs01-backup-production-01.bank.example'],
    ['nCVDPORT', '8400'],
    ['SPTranID', 'SP26_4711001'],
    ['sInstallState', 'Installed'],
    ['sPassword', ''],
  ])('%s = %s stays', (name, value) => {
    expect(maskedValue(name, value)).toBe(value);
  });
});

it('in properties a line that is no pair may be the rest of a key', () => {
  const text = [
    'sName a  b',
    'sPassword  x',
    'cert -----BEGIN CERTIFICATE-----',
    'MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ',
    'aGVsbG8gd29ybGQgaGVsbG8gd29ybGQ',
    '-----END CERTIFICATE-----',
    'alone',
    '',
  ].join('\r\n');
  expect(maskedProperties(text).split('\n')).toEqual([
    'sName a  b',
    'sPassword  ***',
    'cert ***',
    '***',
    '***',
    '***',
    'alone',
    '',
  ]);
});

it('in what reg.exe prints keys stay, data is masked, and so is a line that continues', () => {
  const lines = [
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\CommVault Systems\\Galaxy\\Instance001',
    '    sPhysicalNodeName    REG_SZ    cs 01',
    '    sPassword    REG_SZ    |#5!00',
    '    two words    REG_EXPAND_SZ    %SystemRoot%',
    '    sEmpty    REG_SZ    ',
    '    bin    REG_BINARY    3082025A30820142A003',
    'rest of a value of several lines',
    '',
  ];
  expect(maskedRegQuery(lines).split('\n')).toEqual([
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\CommVault Systems\\Galaxy\\Instance001',
    '    sPhysicalNodeName    REG_SZ    cs 01',
    '    sPassword    REG_SZ    ***',
    '    two words    REG_EXPAND_SZ    %SystemRoot%',
    '    sEmpty    REG_SZ    ',
    '    bin    REG_BINARY    ***',
    '    ***',
    '',
  ]);
});

it('in what a status command prints', () => {
  expect(
    maskedAssignments('[ General ]\n Version = 11.26.35\n Auth Code = 77\n 3082025A30820142A003\n'),
  ).toBe('[ General ]\n Version = 11.26.35\n Auth Code = ***\n***\n');
});
