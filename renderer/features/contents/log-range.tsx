// How much of the logs is taken: by time, by size, with the errors over time to choose by. Runs in the window.
import { Button, Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import { Section } from '../../components/section.tsx';
import { byteSize } from '../../format/byte-size.ts';
import { useCase } from '../../state/case-context.ts';
import { aroundTime, lastHours, wholeTime } from '../../state/time-range.ts';
import { LeftOutByRange } from './left-out-by-range.tsx';
import { TroubleOverTime } from './trouble-over-time.tsx';

const MEGABYTE = 1024 ** 2;
const LIMITS = [100, 500, 1024, 2048].map((megabytes) => megabytes * MEGABYTE);

export function LogRange() {
  const { state, dispatch, texts, trouble } = useCase();
  const { logs: words, window } = texts;
  const { form } = state;
  const most = state.policy.sending.maxCollectedBytes;
  const around = aroundTime(form.occurredAt);
  const change = (part: Partial<Pick<typeof form, 'rangeFrom' | 'rangeTo' | 'maxSizeBytes'>>) =>
    dispatch({ type: 'field-changed', change: part });
  const presets = [
    { label: words.all, range: () => wholeTime },
    { label: words.lastHours(24), range: () => lastHours(24, new Date()) },
    { label: words.lastDays(3), range: () => lastHours(72, new Date()) },
    { label: words.lastDays(7), range: () => lastHours(168, new Date()) },
    ...(around === undefined ? [] : [{ label: words.around, range: () => around }]),
  ];
  return (
    <Section title={words.title} hint={words.hint}>
      <Group gap={8} role="group" aria-label={words.presets}>
        {presets.map(({ label, range }) => (
          <Button key={label} size="xs" variant="default" onClick={() => change(range())}>
            {label}
          </Button>
        ))}
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md">
        <TextInput
          type="datetime-local"
          label={words.from}
          description={words.openEnd}
          value={form.rangeFrom}
          onChange={(event) => change({ rangeFrom: event.currentTarget.value })}
        />
        <TextInput
          type="datetime-local"
          label={words.to}
          description={words.openEnd}
          value={form.rangeTo}
          onChange={(event) => change({ rangeTo: event.currentTarget.value })}
          error={trouble.rangeTo && window.trouble[trouble.rangeTo]}
        />
        <Select
          label={words.maxSize}
          data={[
            {
              value: '0',
              label: most === undefined ? words.noLimit : texts.locked.maxSize(byteSize(most, window.locale)),
            },
            ...LIMITS.filter((bytes) => most === undefined || bytes < most).map((bytes) => ({
              value: String(bytes),
              label: byteSize(bytes, window.locale),
            })),
          ]}
          value={String(form.maxSizeBytes ?? 0)}
          onChange={(value) => change({ maxSizeBytes: Number(value) || undefined })}
          allowDeselect={false}
        />
      </SimpleGrid>
      <LeftOutByRange />
      <TroubleOverTime />
    </Section>
  );
}
