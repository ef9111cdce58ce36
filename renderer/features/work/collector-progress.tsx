// How far each collector is: bytes of those it was planned to take. Runs in the window.
import { Text } from '@mantine/core';
import { CheckIcon } from '../../components/icons.tsx';
import { byteSize } from '../../format/byte-size.ts';
import { collectorName } from '../../format/collector-name.ts';
import { useCase } from '../../state/case-context.ts';
import type { ProgressTrack } from '../../state/progress-track.ts';
import classes from './collector-progress.module.css';

export function CollectorProgress({ track }: { readonly track: ProgressTrack }) {
  const { state, texts } = useCase();
  const { work, window } = texts;
  const { sizes } = state.planView;
  const ids = (state.machine?.collectors ?? [])
    .map(({ id }) => id)
    .filter((id) => !state.form.skip.includes(id) && (sizes[id]?.files ?? 0) > 0);
  const size = (bytes: number) => byteSize(bytes, window.locale);
  return (
    <section aria-label={work.collectors}>
      <Text size="sm" fw={600} mb={6}>
        {work.collectors}
      </Text>
      <ul className={classes.list}>
        {ids.map((id) => {
          const done = track.byCollector[id];
          const now = done === undefined ? 'waiting' : track.current?.collector === id ? 'working' : 'done';
          // A command's output is known only when it has run, and a log may have grown.
          const total = Math.max(sizes[id]?.bytes ?? 0, done ?? 0);
          return (
            <li key={id} className={classes.row} data-state={now} data-collector={id}>
              <span className={classes.mark}>{now === 'done' && <CheckIcon size={14} />}</span>
              <span className={classes.name}>{collectorName(texts, id)}</span>
              <span className={classes.state}>{work.state[now]}</span>
              <span className={classes.size}>
                {now === 'working' ? work.ofTotal(size(done ?? 0), size(total)) : size(total)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
