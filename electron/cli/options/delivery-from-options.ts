// The options of `deliver` to an order for the engine, or everything that is wrong with them. Secrets come from files and
// the environment, never from arguments. Runs in the command line's process.
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DeliveryOrder } from '#engine/delivery/delivery-order.ts';
import { readS3Parts, type S3Parts } from '#engine/delivery/http/s3-parts.ts';
import { interruptedTarget } from '#engine/delivery/interrupted-target.ts';
import type { Access } from '#engine/delivery/target.ts';
import type { DeliveryTarget } from '#shared/schema/delivery-target.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Given, InputProblem } from './given.ts';
import { InputReport } from './input-report.ts';
import { parseProxy, parseRetries, parseTarget } from './parse-delivery.ts';
import { resolvePath, systemCode } from './parse-path.ts';
import { parseEmail } from './parse-text.ts';
import type { OptionValues } from './raw-case.ts';
import { readTextFile } from './read-text-file.ts';

const DEFAULT_RETRIES = 5;

export interface KnownHere {
  readonly dataFolder: string;
  /** Which --to may name. */
  readonly targets: readonly DeliveryTarget[];
  /** Who gets what is sent to a mail server where nobody is named. */
  readonly recipients: string | undefined;
}

/** @param file as given. @returns the order, or the problems that stand in its way */
export async function deliveryFromOptions(
  file: string | undefined,
  options: OptionValues,
  { dataFolder, targets, recipients }: KnownHere,
  { cwd, env }: Surroundings,
): Promise<{ readonly order?: DeliveryOrder; readonly problems: readonly InputProblem[] }> {
  const values = withTarget(options, targets);
  const report = new InputReport();
  const given = (name: string, label: string): Given | undefined => {
    const text = values[name];
    return typeof text === 'string' ? { text, label, baseFolder: cwd } : undefined;
  };
  const packetPath = file === undefined ? undefined : resolve(cwd, file);
  report.problems.push(...(await packetProblems(packetPath)));

  const resumed = values.resume === true && packetPath !== undefined && values.to === undefined;
  const target = resumed ? await interruptedTarget(dataFolder, packetPath) : undefined;
  const parts = await partsOf(given('s3Parts', '--s3-parts'), report);
  if (parts !== undefined && options.to !== undefined)
    report.problems.push({ code: 'parts-have-target', label: '--to', given: '' });
  const to =
    given('to', '--to') ??
    (parts === undefined
      ? undefined
      : { text: targetOfParts(parts), label: '--s3-parts', baseFolder: cwd }) ??
    (target === undefined ? undefined : { text: target, label: '--resume', baseFolder: cwd });
  if (to === undefined) report.problems.push({ code: 'needs-target', label: '--to', given: '' });
  const destination = report.take(to, (text) => parseTarget(text, cwd));
  const proxy = given('proxy', '--proxy') ?? { text: 'auto', label: '--proxy', baseFolder: cwd };
  const findProxy = report.take(proxy, (text) => parseProxy(text, env));
  const retries = report.take(given('retries', '--retries'), parseRetries) ?? DEFAULT_RETRIES;
  const password =
    (await textOf(given('passwordFile', '--password-file'), report)) ?? env.CASEPACK_DELIVERY_PASSWORD;
  const ca = await textOf(given('caFile', '--ca-file'), report);
  const identity = await textOf(given('identityFile', '--identity-file'), report);
  const knownHosts = given('knownHosts', '--known-hosts');
  const mailTo = report.take(given('mailTo', '--mail-to'), parseEmail);
  const someone = values.mailTo ?? recipients;
  if (destination?.url.protocol.startsWith('smtp') && someone === undefined)
    report.problems.push({ code: 'no-recipient', label: '--mail-to', given: '' });
  const formField = given('formField', '--form-field')?.text;

  const { problems } = report;
  if (problems.length > 0 || packetPath === undefined || destination === undefined || findProxy === undefined)
    return { problems };
  const access: Access = {
    knownHostsFile: knownHosts === undefined ? join(dataFolder, 'known_hosts') : resolvePath(knownHosts),
    // A file written by an editor ends with a line end that is not part of the password.
    ...(password === undefined ? {} : { password: password.replace(/\r?\n$/, '') }),
    ...(identity === undefined ? {} : { identity }),
    ...(mailTo === undefined ? {} : { mailTo }),
    ...(ca === undefined ? {} : { ca }),
    ...(formField === undefined ? {} : { formField }),
    ...(parts === undefined ? {} : { s3Parts: parts }),
  };
  const again = values.again === true;
  return { order: { packetPath, destination, access, findProxy, retries, again }, problems };
}

/** What a named target stands for; options that are given as well win. */
function withTarget(options: OptionValues, targets: readonly DeliveryTarget[]): OptionValues {
  const target = targets.find(({ name }) => name === options.to);
  if (target === undefined) return options;
  const { name: _name, url: to, knownHostsFile: knownHosts, ...others } = target;
  return { ...others, knownHosts, ...options, to };
}

async function packetProblems(path: string | undefined): Promise<readonly InputProblem[]> {
  const label = 'FILE';
  if (path === undefined) return [{ code: 'missing-argument', label, given: '' }];
  try {
    const isFile = (await stat(path)).isFile();
    return isFile ? [] : [{ code: 'cannot-read', label, given: path, hint: 'EISDIR' }];
  } catch (error) {
    return [{ code: 'cannot-read', label, given: path, hint: systemCode(error) }];
  }
}

async function partsOf(given: Given | undefined, report: InputReport): Promise<S3Parts | undefined> {
  const text = await textOf(given, report);
  if (given === undefined || text === undefined) return undefined;
  const parts = readS3Parts(text);
  if (!('wrongAt' in parts)) return parts;
  report.problems.push({
    code: 'bad-parts-file',
    label: given.label,
    given: given.text,
    hint: parts.wrongAt,
  });
  return undefined;
}

/** Where the packet will be when its parts are put together. */
function targetOfParts({ completeUrl }: S3Parts): string {
  const { host, pathname } = new URL(completeUrl);
  return `s3+https://${host}${pathname}`;
}

async function textOf(given: Given | undefined, report: InputReport): Promise<string | undefined> {
  if (given === undefined) return undefined;
  const path = resolvePath(given);
  const file = await readTextFile(path);
  if (file.ok) return file.text;
  const { label } = given;
  const problem: InputProblem =
    file.reason === 'EFBIG'
      ? { code: 'file-too-large', label, given: path }
      : { code: 'cannot-read', label, given: path, hint: file.reason };
  report.problems.push(problem);
  return undefined;
}
