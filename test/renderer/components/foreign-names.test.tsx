// @vitest-environment jsdom
// Names of files that somebody else chose, where the window lists them: marks that reverse or hide text are shown as codes,
// markup is text.
import '../browser-gaps.ts';
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PickedList } from '#renderer/components/picked-list.tsx';
import { FilePath } from '#renderer/features/review/file-path.tsx';

const nothing = () => undefined;

it('a picked file cannot pose as another', () => {
  const items = [
    { id: 'a', label: 'photo\u202egnp.exe' },
    { id: 'b', label: '<img src=x onerror=alert(1)>\u200b.log' },
  ];
  const { container } = render(
    <MantineProvider env="test">
      <PickedList
        label="Files"
        field="files"
        hint=""
        addLabel="Add"
        items={items}
        removeLabel={(name) => `Remove ${name}`}
        onAdd={nothing}
        onRemove={nothing}
      />
    </MantineProvider>,
  );
  expect(screen.getByText('photo\\u202egnp.exe')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Remove photo\\u202egnp.exe' })).toBeTruthy();
  expect(screen.getByText('<img src=x onerror=alert(1)>\\u200b.log')).toBeTruthy();
  expect(container.querySelector('img')).toBeNull();
});

it('nor can a file of the packet, in its name or its folder', () => {
  const { container } = render(
    <MantineProvider env="test">
      <FilePath path={'collected/a\u2066b/CVD\u202egol.exe'} />
    </MantineProvider>,
  );
  expect(container.textContent).toContain('collected/a\\u2066b/CVD\\u202egol.exe');
  expect(container.querySelector('[title]')?.getAttribute('title')).not.toContain('\u202e');
});
