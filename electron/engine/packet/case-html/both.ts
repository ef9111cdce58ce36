// Shows a text in both languages; the style hides one of them. Runs in the engine's process.
import { type Texts, texts } from '#shared/i18n/texts.ts';
import { type Html, html } from './html.ts';

const zh = texts('zh');
const en = texts('en');

/** @param text picks the text out of a catalogue. One span where both languages say the same. */
export function both(text: (catalogue: Texts) => string): Html {
  const [chinese, english] = [text(zh), text(en)];
  if (chinese === english) return html`${chinese}`;
  return html`<span class="zh" lang="zh-CN">${chinese}</span><span class="en" lang="en">${english}</span>`;
}
