// case.html: the page a support engineer opens first, self-contained and in both languages. Runs in the engine's process.
import { texts } from '#shared/i18n/texts.ts';
import type { CaseSheet } from '#shared/schema/case-sheet.ts';
import type { CollectorOutcome, ManifestFile } from '#shared/schema/manifest.ts';
import { both } from './both.ts';
import { caseSheetStyle } from './case-sheet-style.ts';
import { html } from './html.ts';
import { incidentSection } from './incident-section.ts';
import { checklistSection, collectorsSection, filesSection, redactionSection } from './lists.ts';
import { environmentSection, eventSection, summarySection } from './sections.ts';
import { tapeLibrarySection } from './tape-library-section.ts';

/** @returns the whole page; no script, nothing from elsewhere. */
export function caseSheetHtml(
  sheet: CaseSheet,
  files: readonly ManifestFile[],
  outcomes: readonly CollectorOutcome[],
): string {
  const title = `${sheet.serviceId.ccid} ${sheet.caseReference} ${sheet.event.title}`;
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${caseSheetStyle}</style>
</head>
<body>
<input class="switch" type="radio" name="language" id="zh" checked aria-label="${texts('zh').sheet.language}">
<input class="switch" type="radio" name="language" id="en" aria-label="${texts('en').sheet.language}">
<header>
<p>${both((t) => t.sheet.heading)}</p>
<h1>${sheet.event.title}</h1>
<div class="languages"><label for="zh">${texts('zh').sheet.language}</label><label for="en">${texts('en').sheet.language}</label></div>
</header>
<main>
${summarySection(sheet)}
${eventSection(sheet)}
${incidentSection(sheet)}
${environmentSection(sheet)}
${tapeLibrarySection(sheet)}
<div class="pair">${checklistSection(sheet)}
${collectorsSection(outcomes)}</div>
${redactionSection(sheet)}
${filesSection(files)}
<footer>${both((t) => t.sheet.madeBy(`${sheet.tool.name} ${sheet.tool.version}`))}</footer>
</main>
</body>
</html>
`.markup;
}
