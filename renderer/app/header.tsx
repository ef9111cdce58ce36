// The bar on top: whose window this is, and the language switch. Runs in the window.
import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { Language } from '#shared/schema/settings.ts';
import { PacketIcon } from '../components/icons.tsx';
import { AboutBox } from '../features/about/about-box.tsx';
import { RequestsButton } from '../features/requests/requests-button.tsx';
import { useCase } from '../state/case-context.ts';
import classes from './case-window.module.css';
import { SendingNote } from './sending-note.tsx';

/** Each language in its own words, so that it is found by whoever reads only that one. */
const languages = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
];

export function Header() {
  const { state, actions, texts } = useCase();
  const { frame } = texts.window;
  const { at } = state.screen;
  return (
    <header className={classes.header}>
      <div className={classes.brand}>
        <PacketIcon size={24} />
        <Text fw={700} c="var(--mantine-color-text)">
          {frame.product}
        </Text>
        <Text size="sm" c="dimmed" className={classes.tagline}>
          {frame.tagline}
        </Text>
      </div>
      <Group gap="md">
        <SendingNote />
        <AboutBox />
        {at !== 'preparing' && at !== 'delivering' && at !== 'cases' && (
          <Button variant="subtle" size="compact-sm" onClick={actions.showCases}>
            {texts.cases.open}
          </Button>
        )}
        <RequestsButton />
        <SegmentedControl
          size="xs"
          aria-label={frame.languageLabel}
          data={languages}
          value={state.language}
          onChange={(value) => actions.chooseLanguage(Language.parse(value))}
        />
      </Group>
    </header>
  );
}
