// The empty form as a text of HTML, as it stands in the window before anything is known of this machine. Runs in Node while
// the application is built (build/first-screen-pages.ts).
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { texts } from '#shared/i18n/texts.ts';
import type { Language } from '#shared/schema/settings.ts';
import { CaseWindow } from '../app/case-window.tsx';
import { cssVariables, theme } from '../theme.ts';

/** @param nonce what the page has for one until it is served */
export function renderFirstScreen(language: Language, version: string, nonce: string) {
  const start = { version, language, settings: {}, outputFolder: '', drafts: [], unfinished: [] };
  const { htmlLang, frame } = texts(language).window;
  const html = renderToStaticMarkup(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} getStyleNonce={() => nonce}>
      <CaseWindow start={start} />
    </MantineProvider>,
  );
  return { html, htmlLang, title: `${frame.product} – ${frame.tagline}` };
}
