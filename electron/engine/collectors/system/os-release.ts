// Operating system: platform, name, version, build, architecture, host name. Runs in the engine's process.
import type { OsFacts } from '#shared/schema/facts.ts';
import { consoleText } from '../../host/console-text.ts';
import { type Host, isTrouble } from '../../host/host.ts';
import { readRegistry } from '../../host/windows-registry.ts';
import type { Collector, LookContext, Source } from '../collector.ts';

interface Release {
  readonly os: Omit<OsFacts, 'platform' | 'arch'>;
  readonly sources: readonly Source[];
}

export const osRelease: Collector = {
  id: 'os.release',
  platforms: ['win32', 'linux', 'darwin'],
  needsAdmin: 'never',
  timeoutMs: 30_000,
  async look(context) {
    const { host } = context;
    const { os, sources } = await releaseOf[host.platform](context);
    const kernel = [
      `host: ${host.hostName}`,
      `platform: ${host.platform}`,
      `architecture: ${host.arch}`,
      `kernel: ${host.kernelVersion}`,
      `time zone: ${host.timeZone}`,
      `time: ${host.now().toISOString()}`,
    ];
    return {
      facts: { os: { platform: host.platform, arch: host.arch, ...os }, hostName: host.hostName },
      sources: [...sources, { kind: 'text', name: 'system.txt', text: `${kernel.join('\n')}\n` }],
    };
  },
};

const releaseOf: Record<Host['platform'], (context: LookContext) => Promise<Release>> = {
  win32: windowsRelease,
  linux: linuxRelease,
  darwin: macosRelease,
};

async function linuxRelease({ host }: LookContext): Promise<Release> {
  for (const path of ['/etc/os-release', '/usr/lib/os-release']) {
    const text = await host.readText(path, 64 * 1024);
    if (isTrouble(text)) continue;
    const fields = new Map(
      text.split('\n').map((line): [string, string] => {
        const [key = '', ...value] = line.split('=');
        return [
          key.trim(),
          value
            .join('=')
            .trim()
            .replace(/^(["'])(.*)\1$/, '$2'),
        ];
      }),
    );
    return {
      os: {
        name: fields.get('PRETTY_NAME') ?? fields.get('NAME') ?? 'Linux',
        version: fields.get('VERSION_ID') ?? '',
        build: host.kernelVersion,
      },
      sources: [{ kind: 'text', name: 'os-release', text }],
    };
  }
  return { os: { name: 'Linux', version: '', build: host.kernelVersion }, sources: [] };
}

async function windowsRelease({ host, signal }: LookContext): Promise<Release> {
  const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
  const tree = await readRegistry(host, key, { view: 64, recursive: false }, signal);
  const values = tree.values().next().value ?? new Map<string, string>();
  const buildNumber = values.get('currentbuild') ?? host.kernelVersion.split('.').at(-1) ?? '';
  const revision = values.get('ubr');
  const release = values.get('displayversion') ?? values.get('releaseid');
  const product = values.get('productname') ?? 'Windows';
  // Windows 11 keeps "Windows 10" in ProductName; its builds start at 22000 (Microsoft, Windows release health).
  const name =
    Number(buildNumber) >= 22_000 && !product.includes('Server')
      ? product.replace('Windows 10', 'Windows 11')
      : product;
  return {
    os: {
      name: release === undefined ? name : `${name} ${release}`,
      version: host.kernelVersion,
      build: revision === undefined ? buildNumber : `${buildNumber}.${revision}`,
    },
    sources: [],
  };
}

async function macosRelease({ host, signal }: LookContext): Promise<Release> {
  const answer = await host.run(
    { program: '/usr/bin/sw_vers', args: [], timeoutMs: 10_000, maxOutputBytes: 64 * 1024 },
    signal,
  );
  const text = consoleText(answer.stdout);
  const field = (name: string) => new RegExp(`^${name}:\\s*(.+)$`, 'm').exec(text)?.[1]?.trim();
  const build = field('BuildVersion');
  return {
    os: {
      name: field('ProductName') ?? 'macOS',
      version: field('ProductVersion') ?? host.kernelVersion,
      ...(build === undefined ? {} : { build }),
    },
    sources: text === '' ? [] : [{ kind: 'text', name: 'sw_vers.txt', text }],
  };
}
