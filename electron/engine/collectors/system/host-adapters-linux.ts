// Fibre Channel and SAS host adapters from /sys, which needs no rights. Runs in the engine's process.
import type { HostAdapter } from '#shared/schema/facts.ts';
import { type Host, isTrouble } from '../../host/host.ts';

const CLASSES = ['/sys/class/fc_host', '/sys/class/sas_host'];

/** Each driver calls its attributes by names of its own: lpfc, qla2xxx, mpt3sas and bfa among them. */
const MODEL = ['model_name', 'modelname', 'board_name', 'model'];
const FIRMWARE = ['fw_version', 'fwrev', 'version_fw', 'firmware_version'];

export async function linuxHostAdapters(host: Host): Promise<HostAdapter[]> {
  const adapters: HostAdapter[] = [];
  for (const folder of CLASSES) {
    const entries = await host.list(folder);
    if (isTrouble(entries)) continue;
    const names = entries.map(({ name }) => name).filter((name) => /^host\d+$/.test(name));
    names.sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
    for (const name of names) adapters.push(await adapterAt(host, folder, name));
  }
  return adapters;
}

async function adapterAt(host: Host, folder: string, name: string): Promise<HostAdapter> {
  const port = `${folder}/${name}`;
  const scsi = `/sys/class/scsi_host/${name}`;
  // Such as `QLE2692 FW:v9.08.01 DVR:v10.02.07`, with the host's name behind it on other adapters.
  const symbolic = await word(host, port, ['symbolic_name']);
  const parts = {
    model: (await word(host, scsi, MODEL)) ?? symbolic?.match(/^\S*\d\S*(?= .*FW:?)/i)?.[0],
    firmware: (await word(host, scsi, FIRMWARE)) ?? symbolic?.match(/FW: ?v?([\w.]+)/i)?.[1],
    driver: await word(host, scsi, ['proc_name']),
    wwpn: wwn(await word(host, port, ['port_name'])),
    link: await word(host, port, ['port_state']),
    speed: await word(host, port, ['speed']),
  };
  const known = Object.entries(parts).filter(([, value]) => value !== undefined);
  return { name, ...Object.fromEntries(known) };
}

/** The first of these attributes that says something. */
async function word(host: Host, folder: string, names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    const text = await host.readText(`${folder}/${name}`, 4_096);
    const value = isTrouble(text) ? '' : text.replaceAll('\0', '').trim();
    if (value !== '' && value !== '<NULL>' && !/^unknown$/i.test(value)) return value;
  }
  return undefined;
}

/** 0x50014380186b9d2c as switches write it: 50:01:43:80:18:6b:9d:2c. */
function wwn(hexadecimal: string | undefined): string | undefined {
  return hexadecimal?.replace(/^0x/i, '').match(/../g)?.join(':');
}
