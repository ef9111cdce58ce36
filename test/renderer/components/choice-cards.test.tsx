// @vitest-environment jsdom
import '../browser-gaps.ts';
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { ChoiceCards } from '#renderer/components/choice-cards.tsx';

function Cards({ error }: { error?: string }) {
  const [value, setValue] = useState<number>();
  return (
    <MantineProvider env="test">
      <ChoiceCards
        label="Severity"
        field="severity"
        hint="By effect"
        value={value}
        onChange={setValue}
        error={error}
        choices={[
          { value: 1, title: 'Critical', text: 'Down' },
          { value: 2, title: 'High' },
        ]}
      />
    </MantineProvider>
  );
}

describe('ChoiceCards', () => {
  it('is a named group of radio buttons that the keyboard reaches', async () => {
    render(<Cards />);
    expect(screen.getByRole('radiogroup', { name: 'Severity' })).toBeTruthy();
    await userEvent.tab();
    await userEvent.keyboard(' ');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Critical/ }).checked).toBe(true);
    await userEvent.click(screen.getByText('High'));
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /High/ }).checked).toBe(true);
  });

  it('ties the error to the group', () => {
    render(<Cards error="Please choose" />);
    const about = screen.getByRole('radiogroup').getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(about)?.textContent).toBe('By effectPlease choose');
  });
});
