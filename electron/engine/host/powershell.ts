// Questions to Windows that only PowerShell answers: fixed scripts that read, by absolute path, without profile and without
// prompts. It may be slow, restricted or absent, so whoever asks has another way. Runs in the engine's process.
import { consoleText } from './console-text.ts';
import type { Command, CommandAnswer, Host } from './host.ts';

/** UTF-8 whatever the console's code page is; no progress on stderr. A part that fails leaves the others. */
const PREAMBLE = [
  "$ErrorActionPreference = 'SilentlyContinue'",
  "$ProgressPreference = 'SilentlyContinue'",
  '[Console]::OutputEncoding = [Text.Encoding]::UTF8',
].join('\n');

export interface PowershellAnswer {
  readonly command: Command;
  readonly answer: CommandAnswer;
  /** Undefined where it printed none. */
  readonly json: unknown;
}

/** @param script one of ours, never put together from what was found; prints one JSON value. */
export function powershellCommand(host: Host, script: string): Command {
  const system = host.env.SystemRoot ?? 'C:\\Windows';
  const encoded = Buffer.from(`${PREAMBLE}\n${script}`, 'utf16le').toString('base64');
  return {
    program: `${system}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`,
    args: ['-NoProfile', '-NonInteractive', '-EncodedCommand', encoded],
    timeoutMs: 30_000,
    maxOutputBytes: 4 * 1024 ** 2,
  };
}

export async function askPowershell(
  host: Host,
  script: string,
  signal: AbortSignal,
): Promise<PowershellAnswer> {
  const command = powershellCommand(host, script);
  const answer = await host.run(command, signal);
  return { command, answer, json: parsed(consoleText(answer.stdout)) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
