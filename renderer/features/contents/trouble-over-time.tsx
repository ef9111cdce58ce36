// Errors over time in the logs: where they are, a range to collect, and the lines of a moment. Runs in the window.
import { Group, Loader, Text } from '@mantine/core';
import { type BarRange, TroubleChart } from '../../components/trouble-chart.tsx';
import { useCase } from '../../state/case-context.ts';
import { barOf, barStart, totalCounts } from '../../state/survey-bars.ts';
import { localMinute } from '../../state/time-range.ts';
import { TroubleLines } from './trouble-lines.tsx';

export function TroubleOverTime() {
  const { state, dispatch, actions, texts } = useCase();
  const { logs: words, window } = texts;
  const { survey, failed } = state.logView;
  // It waits for the plan.
  const waits = survey === undefined && !failed && state.planView.problems.length === 0;
  const loading = state.logView.loading || waits;
  const series = survey?.series;
  if (series === undefined) {
    return (
      <Group gap="xs" mih={28} role="status">
        {loading && <Loader size="xs" />}
        <Text size="sm" c="dimmed">
          {loading
            ? words.looking
            : survey === undefined
              ? words.failed
              : survey.logs === 0
                ? words.noLogs
                : words.noTrouble}
        </Text>
      </Group>
    );
  }
  const counts = totalCounts(series);
  const moment = (bar: number) =>
    barStart(series, bar).toLocaleString(window.locale, { dateStyle: 'short', timeStyle: 'short' });
  const choose = ({ first, last }: BarRange) =>
    dispatch({
      type: 'field-changed',
      change: {
        rangeFrom: localMinute(barStart(series, first)),
        rangeTo: localMinute(barStart(series, last + 1)),
      },
    });
  const { rangeFrom, rangeTo } = state.form;
  const chosen =
    rangeFrom === '' && rangeTo === ''
      ? undefined
      : {
          first: barOf(series, rangeFrom) ?? 0,
          last: Math.max(0, (barOf(series, rangeTo) ?? counts.length) - 1),
        };
  return (
    <div>
      <Text size="sm" fw={600}>
        {words.chart}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {words.chartHint}
      </Text>
      <TroubleChart
        label={words.chart}
        counts={counts}
        describe={(bar) => words.bar(moment(bar), moment(bar + 1), counts[bar] ?? 0)}
        chosen={chosen}
        onChoose={choose}
        onOpen={(bar) =>
          actions.readTrouble({
            from: barStart(series, bar).toISOString(),
            to: new Date(barStart(series, bar + 1).getTime() - 1).toISOString(),
          })
        }
      />
      <Group justify="space-between" mt={4}>
        <Text size="xs" c="dimmed">
          {moment(0)}
        </Text>
        <Text size="xs" c="dimmed">
          {moment(counts.length)}
        </Text>
      </Group>
      <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
        <Text span size="sm" c="dimmed">
          {words.most}{' '}
        </Text>
        {texts.cases.list(series.rows.slice(0, 5).map((row) => words.component(row.component, row.total)))}
      </Text>
      {survey !== undefined && survey.looked < survey.logs && (
        <Text size="sm" c="dimmed">
          {words.partial(survey.looked, survey.logs)}
        </Text>
      )}
      <TroubleLines />
    </div>
  );
}
