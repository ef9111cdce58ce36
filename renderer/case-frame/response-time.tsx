// By when support should answer a case of this level that is submitted now. Runs in the window.
import { Text } from '@mantine/core';
import type { SeverityLevel } from '#shared/schema/severity.ts';
import { responseTime } from '../format/response-time.ts';
import { useCase } from '../state/case-context.ts';

/** Keeps its height while the time is worked out, so that nothing below jumps. */
export function ResponseTime({ level }: { readonly level: SeverityLevel | undefined }) {
  const { state, texts } = useCase();
  const { clock } = state;
  if (level === undefined) return null;
  const time = clock && responseTime(texts, state.policy.support, clock, level);
  const words = texts.severity.clock;
  return (
    <Text size="sm" mt={10} mih={22} data-clock={clock?.levels.find((one) => one.level === level)?.respondBy}>
      {time !== undefined && (
        <>
          <b>{time.when === undefined ? words.unknown : words.expected(time.when)}</b>{' '}
          <Text span size="sm" c="dimmed">
            {time.basis}
          </Text>
        </>
      )}
    </Text>
  );
}
