// @vitest-environment jsdom
import '../browser-gaps.ts';
import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { VirtualList } from '#renderer/components/virtual-list.tsx';

const items = Array.from({ length: 20_000 }, (_, index) => `file ${index}`);
const list = (some: readonly string[]) => (
  <VirtualList
    label="Files"
    items={some}
    itemKey={(item) => item}
    rowHeight={40}
    renderRow={(item) => item}
  />
);

describe('VirtualList', () => {
  it('makes only the rows in sight, and says how many there are', () => {
    render(list(items));
    const rows = screen.getAllByRole('listitem');
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('20000');
    expect(screen.getByRole('list', { name: 'Files' }).style.height).toBe('800000px');
  });

  it('makes others when it is scrolled', () => {
    const { container } = render(list(items));
    const viewport = container.firstElementChild!;
    fireEvent.scroll(viewport, { target: { scrollTop: 400_000 } });
    expect(screen.getByText('file 10000').getAttribute('aria-posinset')).toBe('10001');
    expect(screen.queryByText('file 0')).toBeNull();
  });

  it('shows a shorter list from its start although it was scrolled', () => {
    const { container, rerender } = render(list(items));
    fireEvent.scroll(container.firstElementChild!, { target: { scrollTop: 400_000 } });
    rerender(list(items.slice(0, 3)));
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'file 0',
      'file 1',
      'file 2',
    ]);
  });
});
