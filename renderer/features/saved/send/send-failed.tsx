// A delivery that failed: why in plain words, what to do, and the ways on at one click. Runs in the window.
import { Button, Group, Stack, Text } from '@mantine/core';
import type { Problem } from '#shared/schema/problem.ts';
import { Notice } from '../../../components/notice.tsx';
import { sendTroubleText } from '../../../format/send-trouble-text.ts';
import { useCase } from '../../../state/case-context.ts';
import classes from './send.module.css';

interface SendFailedProps {
  readonly problems: readonly Problem[];
  /** @param again replace what is there, or send although it may have arrived */
  readonly onSend: (again: boolean) => void;
  readonly onEmail: () => void;
  readonly onFolder: () => void;
}

/** Trying again in the same way would end in the same way. */
const NEEDS_AGAIN: ReadonlySet<string> = new Set(['name-taken', 'outcome-unknown']);

export function SendFailed({ problems, onSend, onEmail, onFolder }: SendFailedProps) {
  const { actions, texts } = useCase();
  const words = texts.upload.failed;
  const cancelled = problems.every(({ code }) => code === 'cancelled');
  const again = problems.some((one) => one.code === 'delivery-failed' && NEEDS_AGAIN.has(one.reason));
  // The administrator's answer stays the same.
  const forbidden = problems.some(({ code }) => code.startsWith('policy-'));
  return (
    <Notice tone={cancelled ? 'info' : 'failed'} {...(cancelled ? {} : { title: words.title })}>
      <Stack gap="sm">
        {cancelled ? (
          <Text>{words.cancelled}</Text>
        ) : (
          problems.map((problem) => {
            const { sentence, detail } = sendTroubleText(texts, problem);
            return (
              <div key={sentence} className={classes.place}>
                <Text>{sentence}</Text>
                {detail !== '' && (
                  <Text size="sm" c="dimmed">
                    {words.detail(detail)}
                  </Text>
                )}
              </div>
            );
          })
        )}
        {!cancelled && <Text size="sm">{words.kept}</Text>}
        <Group gap="xs">
          {!forbidden && (
            <Button size="xs" onClick={() => onSend(again)}>
              {again ? words.again : words.retry}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={onEmail}>
            {words.email}
          </Button>
          <Button size="xs" variant="default" onClick={onFolder}>
            {words.folder}
          </Button>
          <Button size="xs" variant="subtle" onClick={actions.closeSending}>
            {words.dismiss}
          </Button>
        </Group>
      </Stack>
    </Notice>
  );
}
