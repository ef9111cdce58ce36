// The look: calm colours, the system's own fonts including Chinese ones, and contrast that passes WCAG AA in light and
// dark. Runs in the window.
import { type CSSVariablesResolver, createTheme, Drawer, Input, Modal, Select } from '@mantine/core';

const SANS =
  '"Segoe UI", -apple-system, BlinkMacSystemFont, "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';
const MONO =
  '"Cascadia Mono", Consolas, "SF Mono", Menlo, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace';

export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: 8,
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  headings: { fontFamily: SANS, fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The page behind never scrolls as a whole; the lock would add a style element that the security policy refuses.
    Modal: Modal.extend({
      defaultProps: { lockScroll: false, yOffset: 24 },
      styles: { title: { fontSize: 18, fontWeight: 600 } },
    }),
    Drawer: Drawer.extend({ styles: { title: { fontSize: 18, fontWeight: 600 } } }),
    // The list is made when it is opened, not with the page.
    Select: Select.extend({ defaultProps: { comboboxProps: { keepMounted: false } } }),
    // Hints below: fields beside each other stay on one line however long their hints are.
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      styles: { error: { marginTop: 4 } },
    }),
  },
});

/** Mantine's defaults for secondary text, errors and placeholders are too pale for small text. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#545b63',
    '--mantine-color-placeholder': '#666d75',
    '--mantine-color-error': '#c01f1f',
    // Quiet buttons under the pointer, too.
    '--mantine-color-indigo-light-color': '#2f44ad',
    '--casepack-line': '#dee2e6',
    '--casepack-side': '#f4f6f9',
    '--casepack-accent': '#3b4fc4',
    '--casepack-good': '#1f7a36',
    '--casepack-watch': '#b26a00',
    '--casepack-mark': '#dfe5ff',
    '--casepack-secret': '#ffd9d9',
    '--casepack-found': '#ffe58a',
  },
  dark: {
    '--mantine-color-dimmed': '#b3b8be',
    '--mantine-color-placeholder': '#a0a6ad',
    '--mantine-color-error': '#ff9a9a',
    '--mantine-color-body': '#1a1b1e',
    '--casepack-line': '#3a3d42',
    '--casepack-side': '#202226',
    '--casepack-accent': '#a5b4ff',
    '--casepack-good': '#7bd88f',
    '--casepack-watch': '#f0b429',
    '--casepack-mark': '#343d70',
    '--casepack-secret': '#5a2424',
    '--casepack-found': '#4d3f00',
  },
});
