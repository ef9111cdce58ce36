// The entries of the packet in their order: case sheet, manifest, then every file of the draft that goes.
// Runs in the engine's process.
import { FORMAT_VERSION, type Manifest, type ManifestFile } from '#shared/schema/manifest.ts';
import type { EngineContext } from '../engine-context.ts';
import { LocalMoments } from '../local-moments.ts';
import { totalOf } from '../redaction/file-report.ts';
import { buildCaseSheet } from './build-case-sheet.ts';
import { caseSheetHtml } from './case-html/case-sheet-html.ts';
import type { DraftEntry, PacketDraft } from './packet-draft.ts';
import { textEntry } from './text-entry.ts';
import type { ZipEntry } from './write-zip.ts';

/** @param draft as it leaves. @param withheld paths of the files that the user keeps back. */
export function describePacket(
  { contents, spool, redacting }: PacketDraft,
  withheld: readonly string[],
  context: EngineContext,
): ZipEntry[] {
  const { host } = context;
  const built = buildCaseSheet(contents, withheld, context);
  const sheet = redacting.redaction.hasTooManyNames
    ? { ...built, redaction: { ...built.redaction, tooManyNames: true as const } }
    : built;
  const modifiedAt = host.now();
  const moments = new LocalMoments(host.timeZone);
  const files = contents.entries.map((entry) => manifestFile(entry, moments));
  const html = textEntry('case.html', caseSheetHtml(sheet, files, contents.outcomes), modifiedAt);
  const json = textEntry('case.json', `${JSON.stringify(sheet, null, 2)}\n`, modifiedAt);
  const own = [html, json].map((entry) =>
    manifestFile({ ...entry, collector: 'casepack', redactions: [] }, moments),
  );
  const manifest: Manifest = {
    formatVersion: FORMAT_VERSION,
    caseReference: contents.caseReference,
    files: [...own, ...files],
    outcomes: [...contents.outcomes],
  };
  const list = textEntry('manifest.json', manifestText(manifest), modifiedAt);
  const open = spool.opener();
  return [html, json, list, ...contents.entries.map((entry) => ({ ...entry, open: () => open(entry) }))];
}

/** One file a line: for people who look into it, and half of what one value a line takes. */
function manifestText({ files, ...rest }: Manifest): string {
  const head = JSON.stringify({ ...rest, files: [] }).slice(0, -2);
  return `${head}\n${files.map((file) => JSON.stringify(file)).join(',\n')}\n]}\n`;
}

function manifestFile(
  entry: Pick<DraftEntry, 'path' | 'bytes' | 'sha256' | 'collector' | 'modifiedAt' | 'redactions'> &
    Pick<DraftEntry, 'sourcePath' | 'cut'>,
  moments: LocalMoments,
): ManifestFile {
  const { path, bytes, sha256, collector, modifiedAt, sourcePath, redactions, cut } = entry;
  return {
    path,
    bytes,
    sha256,
    collector,
    modifiedAt: moments.text(modifiedAt.getTime()),
    ...(sourcePath === undefined ? {} : { sourcePath }),
    redactions: totalOf(redactions),
    ...(cut === undefined ? {} : { cut }),
  };
}
