// Tests of the parsers in electron/engine/collectors/tape, with every oddity seen on real machines. Runs in vitest.
import { describe, expect, test } from 'vitest';
import { parseDeviceMap } from '#engine/collectors/tape/parse-device-map.ts';
import { parseLsscsi } from '#engine/collectors/tape/parse-lsscsi.ts';
import { parseMtxInquiry } from '#engine/collectors/tape/parse-mtx-inquiry.ts';
import { parseMtxStatus } from '#engine/collectors/tape/parse-mtx-status.ts';
import { parseProcScsi } from '#engine/collectors/tape/parse-proc-scsi.ts';
import { parseSgInq } from '#engine/collectors/tape/parse-sg-inq.ts';
import { parseSystemProfiler } from '#engine/collectors/tape/parse-system-profiler.ts';
import { parseTapeinfo } from '#engine/collectors/tape/parse-tapeinfo.ts';
import { parseWindowsDevices } from '#engine/collectors/tape/windows-devices.ts';
import { parseRegQuery } from '#engine/host/windows-registry.ts';

const SENSE = [
  'mtx: Request Sense: Long Report=yes',
  'mtx: Request Sense: Error Code=70 (Current)',
  'mtx: Request Sense: Sense Key=Not Ready',
  'mtx: Request Sense: Additional Sense Code = 04',
  'mtx: Request Sense: Additional Sense Qualifier = 03',
  'mtx: Request Sense: SKSV=no',
].join('\n');

describe('lsscsi', () => {
  const fieldsOf = (text: string) => parseLsscsi(text).map(({ kind, fields }) => ({ kind, ...fields }));

  test('blanks inside vendor and model: only columns tell them apart', () => {
    expect(
      fieldsOf(
        [
          '[3:0:0:0]    mediumx ADIC     Scalar i2000 Lib 2.00  /dev/sch0  /dev/sg8 ',
          '[3:0:0:1]    tape    C ROUTE  Ultrium 3-SCSI   N11G  /dev/st0   /dev/sg4',
        ].join('\n'),
      ),
    ).toEqual([
      {
        ...{
          kind: 'changer',
          address: '3:0:0:0',
          vendor: 'ADIC',
          model: 'Scalar i2000 Lib',
          revision: '2.00',
        },
        ...{ path: '/dev/sch0', genericPath: '/dev/sg8' },
      },
      {
        ...{ kind: 'tape', address: '3:0:0:1', vendor: 'C ROUTE', model: 'Ultrium 3-SCSI', revision: 'N11G' },
        ...{ path: '/dev/st0', genericPath: '/dev/sg4' },
      },
    ]);
  });

  test('no nodes, no generic nodes, no answer of the device; addresses longer than their column; CRLF', () => {
    const text = [
      '[0:0:8:0]    mediumx STK      L80              0108  -          -        ',
      '[0:0:9:0]    tape    IBM      ULT3580-TD8      2160  /dev/st0   -        ',
      '[0:0:10:0]   tape    vendor?  model?           rev?  -          -        ',
      '[11:0:127:49409] tape    IBM      ULT3580-TD9      P370  /dev/st7   /dev/sg117',
      '[0:0:12:0]   tape             T10000B          550V  -          -        ',
    ].join('\r\n');
    expect(fieldsOf(text)).toEqual([
      { kind: 'changer', address: '0:0:8:0', vendor: 'STK', model: 'L80', revision: '0108' },
      {
        ...{ kind: 'tape', address: '0:0:9:0', vendor: 'IBM', model: 'ULT3580-TD8', revision: '2160' },
        path: '/dev/st0',
      },
      { kind: 'tape', address: '0:0:10:0' },
      {
        ...{ kind: 'tape', address: '11:0:127:49409', vendor: 'IBM', model: 'ULT3580-TD9', revision: 'P370' },
        ...{ path: '/dev/st7', genericPath: '/dev/sg117' },
      },
      { kind: 'tape', address: '0:0:12:0', model: 'T10000B', revision: '550V' },
    ]);
  });

  test('disks, CD drives and NVMe rows are passed by', () => {
    expect(
      parseLsscsi(
        [
          '[0:0:0:0]    cd/dvd  VBOX     CD-ROM           1.0   /dev/sr0   /dev/sg0',
          '[2:0:0:0]    disk    ATA      tape    disk     1.0   /dev/sda   /dev/sg3',
          '[N:0:0:1]    disk    Micron MTFDKCD512TFK__1                    /dev/nvme0n1  -   ',
        ].join('\n'),
      ),
    ).toEqual([]);
  });
});

test('/proc/scsi/scsi: numbers padded, blanks in names, one or two blanks before the revision', () => {
  const text = [
    'Attached devices:',
    'Host: scsi0 Channel: 02 Id: 00 Lun: 00',
    '  Vendor: DELL     Model: PERC 6/i         Rev: 1.11',
    '  Type:   Direct-Access                    ANSI  SCSI revision: 05',
    'Host: scsi11 Channel: 00 Id: 08 Lun: 00',
    '  Vendor: QUANTUM  Model: ULTRIUM 4        Rev: 2170',
    '  Type:   Sequential-Access                ANSI  SCSI revision: 05',
    'Host: scsi11 Channel: 00 Id: 08 Lun: 01',
    '  Vendor: HP       Model: MSL6000 Series   Rev: 2.2.',
    '  Type:   Medium Changer                   ANSI SCSI revision: 02',
    '',
  ].join('\n');
  expect(parseProcScsi(text).map(({ kind, fields }) => ({ kind, ...fields }))).toEqual([
    { kind: 'tape', address: '11:0:8:0', vendor: 'QUANTUM', model: 'ULTRIUM 4', revision: '2170' },
    { kind: 'changer', address: '11:0:8:1', vendor: 'HP', model: 'MSL6000 Series', revision: '2.2.' },
  ]);
});

test('mtx inquiry: quoted and padded', () => {
  expect(
    parseMtxInquiry(
      "Product Type: Medium Changer\nVendor ID: 'TANDBERG'\nProduct ID: 'StorageLoader   '\nRevision: '0495'\nAttached Changer API: No    \n",
    ),
  ).toEqual({ vendor: 'TANDBERG', model: 'StorageLoader', revision: '0495' });
});

describe('mtx status', () => {
  test('numbers from 0, padded tags, a drive that does not know its slot, full without tag, import/export slots', () => {
    const text = [
      '  Storage Changer /dev/sg6:2 Drives, 5 Slots ( 2 Import/Export )',
      `Data Transfer Element 0:Full (Storage Element 2 Loaded):VolumeTag = ${'LT1000L3'.padEnd(32)}`,
      'Data Transfer Element 1:Full (Unknown Storage Element Loaded):VolumeTag = G20002L7',
      `      Storage Element 0:Full :VolumeTag=${'LT1001L3'.padEnd(32)}:AlternateVolumeTag=side B`,
      '      Storage Element 1:Empty',
      '      Storage Element 2:Full ',
      '      Storage Element 3 IMPORT/EXPORT:Empty',
      '      Storage Element 4 IMPORT/EXPORT:Full :VolumeTag=CLN 01L1',
    ].join('\n');
    expect(parseMtxStatus(text)).toEqual({
      ...{ driveCount: 2, slotCount: 3, importExportSlotCount: 2 },
      elements: [
        { kind: 'drive', index: 0, state: 'full', barcode: 'LT1000L3', loadedFromSlot: 2 },
        { kind: 'drive', index: 1, state: 'full', barcode: 'G20002L7' },
        { kind: 'slot', index: 0, state: 'full', barcode: 'LT1001L3' },
        { kind: 'slot', index: 1, state: 'empty' },
        { kind: 'slot', index: 2, state: 'full' },
        { kind: 'import-export', index: 3, state: 'empty' },
        { kind: 'import-export', index: 4, state: 'full', barcode: 'CLN 01L1' },
      ],
    });
  });

  test('elements whose heading got lost still count', () => {
    expect(
      parseMtxStatus('Data Transfer Element 3:Full (Unknown Storage Element Loaded):VolumeTag = G20002L7\n'),
    ).toEqual({ elements: [{ kind: 'drive', index: 3, state: 'full', barcode: 'G20002L7' }] });
  });

  test('sense data before an answer is no failure', () => {
    const answer =
      ' Storage Changer /dev/sg2:1 Drives, 1 Slots ( 0 Import/Export )\nData Transfer Element 0:Empty\n';
    const status = parseMtxStatus(`${SENSE}\nMode sense (0x1A) for Page 0x1D failed\n${answer}`);
    expect(status).toEqual({
      ...{ driveCount: 1, slotCount: 1, importExportSlotCount: 0 },
      elements: [{ kind: 'drive', index: 0, state: 'empty' }],
    });
  });

  test('a word it does not know is neither full nor empty', () => {
    const text =
      ' Storage Changer /dev/sg2:0 Drives, 1 Slots ( 0 Import/Export )\n  Storage Element 1:Exception\n';
    expect(parseMtxStatus(text).elements).toEqual([{ kind: 'slot', index: 1, state: 'unknown' }]);
  });

  test('a library that does not answer says why', () => {
    expect(
      parseMtxStatus(
        `${SENSE}\nMode sense (0x1A) for Page 0x1D failed\n${SENSE}\nREAD ELEMENT STATUS Command Failed`,
      ),
    ).toEqual({ elements: [], trouble: 'READ ELEMENT STATUS Command Failed (Not Ready, 04/03)' });
    expect(parseMtxStatus("cannot open SCSI device '/dev/sg2' - Permission denied\n").trouble).toMatch(
      /denied$/,
    );
    expect(parseMtxStatus('')).toEqual({ elements: [] });
  });
});

test('tapeinfo: ready or not, TapeAlert flags with their numbers, an empty serial number', () => {
  const head =
    "Product Type: Tape Drive\nVendor ID: 'HP      '\nProduct ID: 'Ultrium 5-SCSI  '\nRevision: 'Z51U'\n";
  const alert = 'TapeAlert[3]:   Hard Error: Uncorrectable read/write error.\nTapeAlert[20]: Clean Now.\n';
  const names = { vendor: 'HP', model: 'Ultrium 5-SCSI', revision: 'Z51U' };
  expect(
    parseTapeinfo(`${head}SerialNumber: 'HU1234ABCD'\nReady: yes\nDensity Code: 0x58\n${alert}`),
  ).toEqual({
    fields: { ...names, serial: 'HU1234ABCD' },
    ready: true,
    tapeAlerts: ['3 Hard Error: Uncorrectable read/write error.', '20 Clean Now.'],
  });
  expect(parseTapeinfo(`${head}SerialNumber: ''\nReady: no\n`)).toEqual({
    ...{ fields: names, ready: false, tapeAlerts: [] },
  });
  expect(parseTapeinfo("cannot open SCSI device '/dev/sg4' - No such device")).toEqual({
    ...{ fields: {}, tapeAlerts: [] },
  });
});

test('sg_inq', () => {
  const text =
    'standard INQUIRY:\n  PQual=0  PDT=1\n    length=96 (0x60)   Peripheral device type: tape\n Vendor identification: HP      \n Product identification: Ultrium 5-SCSI  \n Product revision level: Z51U\n Unit serial number: HU1234ABCD\n';
  expect(parseSgInq(text)).toEqual({
    ...{ vendor: 'HP', model: 'Ultrium 5-SCSI', revision: 'Z51U', serial: 'HU1234ABCD' },
  });
});

test('device map: columns of the identifier, path, adapter; disks and initiators passed by', () => {
  const port = 'HKEY_LOCAL_MACHINE\\HARDWARE\\DEVICEMAP\\Scsi\\Scsi Port 12';
  const unit = (target: number, lun: number) =>
    `${port}\\Scsi Bus 0\\Target Id ${target}\\Logical Unit Id ${lun}`;
  const text = [
    `${port}`,
    '    Driver    REG_SZ    lsi_sas3',
    `${port}\\Scsi Bus 0\\Initiator Id 255`,
    unit(4, 0),
    '    Identifier    REG_SZ    HP      Ultrium 4-SCSI  U52D',
    '    Type    REG_SZ    TapePeripheral',
    '    DeviceName    REG_SZ    \\Device\\Tape0',
    '    SerialNumber    REG_SZ    HU19477N8R  ',
    unit(4, 1),
    '    Identifier    REG_SZ    HP      MSL G3 Series   6.40',
    '    Type    REG_SZ    MediumChangerPeripheral',
    unit(5, 0),
    '    Identifier    REG_SZ    ATA     TapePeripheral  1.0 ',
    '    Type    REG_SZ    DiskPeripheral',
  ].join('\r\n');
  const hostAdapter = 'Scsi Port 12 (lsi_sas3)';
  expect(parseDeviceMap(parseRegQuery(text)).map(({ kind, fields }) => ({ kind, ...fields }))).toEqual([
    {
      ...{ kind: 'tape', address: '12:0:4:0', vendor: 'HP', model: 'Ultrium 4-SCSI', revision: 'U52D' },
      ...{ serial: 'HU19477N8R', path: '\\\\.\\Tape0', hostAdapter },
    },
    {
      ...{ kind: 'changer', address: '12:0:4:1', vendor: 'HP', model: 'MSL G3 Series', revision: '6.40' },
      hostAdapter,
    },
  ]);
});

describe('Windows’ device manager', () => {
  test('names from hardware ids, else from instance ids; drives and changers that only the drivers list', () => {
    const json = {
      drives: [
        { Name: 'x', DeviceID: 'anything', PNPDeviceID: 'SCSI\\SEQUENTIAL&VEN_HP&PROD_ULTRIUM_4-SCSI\\5&1' },
      ],
      changers: null,
      drivers: [],
    };
    expect(parseWindowsDevices(json)).toBeUndefined();
    const drivers = [
      {
        ...{ DeviceClass: 'MEDIUMCHANGER', DeviceID: 'SCSI\\CHANGER&VEN_HP&PROD_MSL\\5&2', Location: null },
        HardWareID: 'SCSI\\ChangerHP______MSL_G3_Series___6.40',
      },
    ];
    expect(parseWindowsDevices({ ...json, changers: [], drivers })).toEqual([
      {
        ...{
          source: 'Win32_TapeDrive',
          kind: 'tape',
          key: 'SCSI\\SEQUENTIAL&VEN_HP&PROD_ULTRIUM_4-SCSI\\5&1',
        },
        fields: { vendor: 'HP', model: 'ULTRIUM 4-SCSI' },
      },
      {
        ...{ source: 'Win32_PnPSignedDriver', kind: 'changer', key: 'SCSI\\CHANGER&VEN_HP&PROD_MSL\\5&2' },
        fields: { vendor: 'HP', model: 'MSL G3 Series', revision: '6.40' },
      },
    ]);
  });

  test('an answer of another shape is none', () => {
    expect(parseWindowsDevices(undefined)).toBeUndefined();
    expect(parseWindowsDevices({ drives: {} })).toBeUndefined();
  });
});

test('system_profiler: by peripheral type or by the drive’s name, below any bus', () => {
  const tree = {
    SPSASDataType: [
      {
        _name: 'ATTO ExpressSAS',
        spsas_vendor: 'ATTO',
        _items: [
          {
            _name: 'Target 1',
            ...{ spsas_vendor: 'HPE', spsas_product: 'Ultrium 8-SCSI', spsas_revision: 'N9B2' },
            spsas_serial_number: 'CZ1',
          },
          { _name: 'Target 2', spsas_product: 'ST4000NM0035', spsas_revision: 'TN04' },
        ],
      },
    ],
    SPFibreChannelDataType: [
      {
        _name: 'Port 1',
        _items: [
          {
            _name: 'LUN 1',
            ...{ spfc_manufacturer: 'IBM', spfc_model: '3573-TL', spfc_peripheral_device_type: '8' },
          },
          { _name: 'LUN 2', spfc_model: 'LTO archive', spfc_peripheral_device_type: '0' },
        ],
      },
    ],
  };
  expect(parseSystemProfiler(JSON.stringify(tree)).map(({ kind, fields }) => ({ kind, ...fields }))).toEqual([
    {
      ...{ kind: 'tape', vendor: 'HPE', model: 'Ultrium 8-SCSI', revision: 'N9B2', serial: 'CZ1' },
      address: 'SPSASDataType/ATTO ExpressSAS/Target 1',
    },
    { kind: 'changer', vendor: 'IBM', model: '3573-TL', address: 'SPFibreChannelDataType/Port 1/LUN 1' },
  ]);
  expect(parseSystemProfiler('no JSON')).toEqual([]);
});
