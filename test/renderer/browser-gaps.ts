// What Mantine asks of a browser and jsdom does not have. Imported first by component tests; runs in vitest.
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

class NoResize {
  observe() {}
  unobserve() {}
  disconnect() {}
}

Object.defineProperty(window, 'matchMedia', {
  value: () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }),
});
Object.defineProperty(window, 'ResizeObserver', { value: NoResize });
Object.assign(window, { requestIdleCallback: setTimeout, cancelIdleCallback: clearTimeout });
Element.prototype.scrollIntoView = () => {};
Object.defineProperty(document, 'fonts', {
  value: { addEventListener: () => {}, removeEventListener: () => {} },
});

afterEach(cleanup);
