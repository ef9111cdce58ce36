// Where the packet goes, and the two ways on. Runs in the window.
import { Button, Group, Text } from '@mantine/core';
import { FolderIcon } from '../../components/icons.tsx';
import { useCase } from '../../state/case-context.ts';
import classes from './review-footer.module.css';

export function ReviewFooter() {
  const { state, actions, texts } = useCase();
  const { review } = texts.window;
  const folder = state.outputFolder?.label ?? state.start.outputFolder;
  return (
    <div className={classes.bar}>
      <div className={classes.target}>
        <Group gap="xs">
          <FolderIcon />
          <Text size="sm" c="dimmed">
            {review.saveTo}
          </Text>
          <Button variant="subtle" size="compact-sm" onClick={actions.pickOutputFolder}>
            {review.change}
          </Button>
        </Group>
        <Text size="sm" className={classes.folder} title={folder}>
          {folder}
        </Text>
      </div>
      <Group wrap="nowrap">
        <Button variant="default" size="md" title={review.backHint} onClick={() => actions.goTo('contents')}>
          {review.back}
        </Button>
        <Button size="md" onClick={actions.deliver}>
          {review.save}
        </Button>
      </Group>
    </div>
  );
}
