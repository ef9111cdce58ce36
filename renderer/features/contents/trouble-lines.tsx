// The lines of the logs that tell of trouble at the opened moment, in place. Runs in the window.
import { Button, Group, Loader, Text } from '@mantine/core';
import { safeText } from '#shared/safe-text.ts';
import { useCase } from '../../state/case-context.ts';
import { localMinute } from '../../state/time-range.ts';
import classes from './trouble-lines.module.css';

export function TroubleLines() {
  const { state, dispatch, texts } = useCase();
  const { logs: words, window } = texts;
  const { opened } = state.logView;
  if (opened === undefined) return null;
  const { range, answer } = opened;
  const moment = (iso: string) =>
    new Date(iso).toLocaleString(window.locale, { dateStyle: 'short', timeStyle: 'short' });
  const use = () => {
    const end = new Date(Date.parse(range.to) + 60_000);
    dispatch({
      type: 'field-changed',
      change: { rangeFrom: localMinute(new Date(range.from)), rangeTo: localMinute(end) },
    });
  };
  return (
    <section className={classes.panel} aria-label={words.linesTitle(moment(range.from), moment(range.to))}>
      <Group justify="space-between" className={classes.head}>
        <Text size="sm" fw={600}>
          {words.linesTitle(moment(range.from), moment(range.to))}
        </Text>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={use}>
            {words.useRange}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => dispatch({ type: 'trouble-closed' })}>
            {words.close}
          </Button>
        </Group>
      </Group>
      {answer === undefined && (
        <Group gap="xs" p="sm" role="status">
          <Loader size="xs" />
          <Text size="sm">{words.linesLoading}</Text>
        </Group>
      )}
      {answer?.lines.length === 0 && (
        <Text size="sm" p="sm" c="dimmed">
          {words.linesNone}
        </Text>
      )}
      {answer !== undefined && answer.lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <ol className={classes.lines} tabIndex={0} aria-label={words.chart}>
          {answer.lines.map(({ time, component, message, file, line }) => (
            <li key={`${file}:${line}`} className={classes.line}>
              <Text size="xs" c="dimmed">
                {time.slice(5, 10)} {time.slice(11, 19)} · {component} ·{' '}
                {words.place(safeText(file.slice(file.lastIndexOf('/') + 1)), line)}
              </Text>
              <code className={classes.message}>{message}</code>
            </li>
          ))}
        </ol>
      )}
      {answer?.cut && (
        <Text size="xs" c="dimmed" p="xs">
          {words.linesCut}
        </Text>
      )}
    </section>
  );
}
