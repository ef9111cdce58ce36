// Machine model and whether it is virtual, from what the firmware says in /sys: inside a container other sources describe
// the container. Linux. Runs in the engine's process.
import type { HardwareFacts } from '#shared/schema/facts.ts';
import { type Host, isTrouble } from '../../host/host.ts';

const FIRMWARE = '/sys/class/dmi/id';

/** Makers of virtual machines and clouds, as their firmware names itself. */
const VIRTUAL = new RegExp(
  [
    ...['VMware', 'QEMU', 'KVM', 'Bochs', 'Xen', 'HVM domU', 'VirtualBox', 'innotek', 'Virtual Machine'],
    ...['Parallels', 'bhyve', 'oVirt', 'OpenStack', 'RHEV', 'Nutanix', 'SmartX', 'Proxmox'],
    ...[
      'Amazon EC2',
      'Google Compute Engine',
      'Alibaba Cloud',
      'Tencent Cloud',
      'Huawei Cloud',
      'DigitalOcean',
    ],
  ].join('|'),
  'i',
);
/** Clouds rent whole machines too. */
const BARE_METAL = /\.metal\b|bare ?metal/i;

/** @returns what the firmware says; empty where there is none, as on some ARM machines. */
export async function linuxMachine(
  host: Host,
): Promise<Pick<HardwareFacts, 'manufacturer' | 'model' | 'virtual'>> {
  const manufacturer = await word(host, 'sys_vendor');
  const model = await word(host, 'product_name');
  const names = `${manufacturer ?? ''} ${model ?? ''}`;
  if (manufacturer === undefined && model === undefined) return {};
  return {
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(model === undefined ? {} : { model }),
    virtual: VIRTUAL.test(names) && !BARE_METAL.test(names),
  };
}

async function word(host: Host, name: string): Promise<string | undefined> {
  const text = await host.readText(`${FIRMWARE}/${name}`, 4_096);
  const value = isTrouble(text) ? '' : text.trim();
  // Boards whose maker filled nothing in.
  return /^$|to be filled|default string|^system (manufacturer|product name)$/i.test(value)
    ? undefined
    : value;
}
