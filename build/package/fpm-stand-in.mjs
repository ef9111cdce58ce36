#!/usr/bin/env node
// Stands in for fpm, which electron-builder calls to make deb and rpm and downloads from a place that not every machine
// reaches: takes the options it is given there and lets dpkg-deb and rpmbuild do the work. Plain Node.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** @type {Map<string, string[]>} */
const options = new Map();
/** What goes where: file or folder ("folder/=…" is its content), place in the installed system. */
/** @type {[string, string][]} */
const placed = [];

const args = process.argv.slice(2);
for (let index = 0; index < args.length; index += 1) {
  const arg = args[index] ?? '';
  if (arg === '--force') continue;
  if (arg.startsWith('-')) {
    index += 1;
    options.set(arg, [...(options.get(arg) ?? []), args[index] ?? '']);
  } else {
    const [from = '', to = ''] = arg.split('=');
    placed.push([from, to]);
  }
}

/** @param {string} name */
const option = (name) => options.get(name)?.at(-1) ?? '';
const script = (/** @type {string} */ name) => readFileSync(option(name), 'utf8');

const work = mkdtempSync(join(tmpdir(), 'casepack-package-'));
try {
  const tree = join(work, 'tree');
  mkdirSync(tree, { mode: 0o755 });
  for (const [from, to] of placed) {
    mkdirSync(dirname(join(tree, to)), { recursive: true });
    cpSync(from, join(tree, to), { recursive: true, verbatimSymlinks: true });
  }
  openToEveryone(tree);
  if (option('-t') === 'deb') makeDeb(tree);
  else makeRpm(tree);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/**
 * Whatever umask it was made with, everyone may read it.
 * @param {string} path
 */
function openToEveryone(path) {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chmodSync(path, entry.isDirectory() || entry.mode & 0o100 ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToEveryone(join(path, name));
}

/** @param {string} tree */
function makeDeb(tree) {
  const control = join(tree, 'DEBIAN');
  const sizeKb = execFileSync('du', ['-sk', tree], { encoding: 'utf8' }).split('\t')[0];
  const [synopsis = '', ...rest] = option('--description').split('\n');
  const recommends = options.get('--deb-recommends') ?? [];
  mkdirSync(control, { mode: 0o755 });
  const fields = [
    `Package: ${option('--name')}`,
    `Version: ${option('--version')}`,
    `Architecture: ${option('--architecture')}`,
    `Maintainer: ${option('--maintainer')}`,
    `Installed-Size: ${sizeKb}`,
    `Depends: ${(options.get('-d') ?? []).join(', ')}`,
    ...(recommends.length === 0 ? [] : [`Recommends: ${recommends.join(', ')}`]),
    'Section: admin',
    `Priority: ${option('--deb-priority')}`,
    `Homepage: ${option('--url')}`,
    `Description: ${synopsis}`,
    ...rest.map((line) => ` ${line.trim()}`),
  ];
  writeFileSync(join(control, 'control'), `${fields.join('\n')}\n`);
  writeFileSync(join(control, 'postinst'), script('--after-install'), { mode: 0o755 });
  writeFileSync(join(control, 'postrm'), script('--after-remove'), { mode: 0o755 });
  const compression = option('--deb-compression') === 'gz' ? ['-Zgzip', '-z1'] : ['-Zxz'];
  execFileSync('dpkg-deb', ['--root-owner-group', ...compression, '--build', tree, option('--package')]);
}

/** @param {string} tree */
function makeRpm(tree) {
  const spec = join(work, 'casepack.spec');
  const lines = [
    `Name: ${option('--name')}`,
    `Version: ${option('--version')}`,
    'Release: 1',
    `Summary: ${option('--rpm-summary')}`,
    `License: ${option('--license')}`,
    `URL: ${option('--url')}`,
    'AutoReqProv: no',
    ...(options.get('-d') ?? []).map((name) => `Requires: ${name}`),
    '%description',
    option('--description'),
    '%post',
    script('--after-install'),
    '%postun',
    script('--after-remove'),
    '%files',
    ...placed.map(([, to]) => `"${to}"`),
  ];
  writeFileSync(spec, `${lines.join('\n')}\n`);
  const definitions = {
    _topdir: join(work, 'rpmbuild'),
    _rpmdir: join(work, 'made'),
    _rpmfilename: 'made.rpm',
    _build_id_links: 'none',
    _binary_payload: 'w3.zstdio',
    __strip: '/bin/true',
  };
  execFileSync(
    'rpmbuild',
    [
      '-bb',
      '--target',
      option('--architecture').replace('amd64', 'x86_64'),
      '--buildroot',
      tree,
      ...Object.entries(definitions).flatMap(([name, value]) => ['--define', `${name} ${value}`]),
      spec,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  cpSync(join(work, 'made', 'made.rpm'), option('--package'));
}
