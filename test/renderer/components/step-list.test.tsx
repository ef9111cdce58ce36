// @vitest-environment jsdom
import '../browser-gaps.ts';
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { StepList } from '#renderer/components/step-list.tsx';

describe('StepList', () => {
  it('marks the current step and lets only the open way back be taken', async () => {
    const taken: string[] = [];
    render(
      <MantineProvider env="test">
        <StepList
          label="Steps"
          stateNames={{ done: 'done', current: 'current', open: 'open' }}
          items={[
            { id: 'a', name: 'First', state: 'done', onSelect: () => taken.push('a') },
            { id: 'b', name: 'Second', state: 'current' },
            { id: 'c', name: 'Third', state: 'open' },
          ]}
        />
      </MantineProvider>,
    );
    expect(screen.getByText('Second').closest('li')?.getAttribute('aria-current')).toBe('step');
    expect(screen.getAllByRole('button')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: /First/ }));
    expect(taken).toEqual(['a']);
  });
});
