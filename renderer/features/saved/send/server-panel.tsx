// The packet to a server: one of the named targets, or a new one. Runs in the window.
import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { TargetInfo } from '#shared/schema/sending.ts';
import { PlusIcon } from '../../../components/icons.tsx';
import { shownPlace } from '../../../format/shown-place.ts';
import { useCase } from '../../../state/case-context.ts';
import type { SentPacket } from '../../../state/sending.ts';
import classes from './send.module.css';
import { TargetDialog } from './target-dialog.tsx';

export function ServerPanel({ packet }: { readonly packet: SentPacket }) {
  const { state, actions, texts } = useCase();
  const words = texts.upload.server;
  // Folders of this run are picked anew.
  const targets = (state.targets?.targets ?? []).filter(
    ({ isFolder, origin }) => !(isFolder && origin === 'run'),
  );
  const [name, setName] = useState<string>();
  const [dialog, setDialog] = useState<'add' | 'edit'>();
  const [removing, setRemoving] = useState(false);
  const { allowed } = state.policy.sending;
  const labelOf = (one: string, origin: TargetInfo['origin']) =>
    ({ policy: texts.locked.target(one), run: words.thisRun(one), user: one })[origin];
  const busy = state.sending?.at === 'sending';
  // Until the user chooses: the one that was sent to last, else the first.
  const last = state.sending?.goal.target?.name;
  const chosen =
    targets.find((one) => one.name === name) ?? targets.find((one) => one.name === last) ?? targets[0];
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {words.hint}
      </Text>
      {chosen === undefined ? (
        <Text>{words.none}</Text>
      ) : (
        <div>
          <Select
            label={words.target}
            data={targets.map(({ name: value, origin }) => ({
              value,
              label: labelOf(value, origin),
            }))}
            value={chosen.name}
            allowDeselect={false}
            disabled={busy}
            comboboxProps={{ withinPortal: false }}
            onChange={(value) => setName(value ?? undefined)}
          />
          <Text size="sm" c="dimmed" mt={6} className={classes.place}>
            {words.sendAs(shownPlace(chosen.url))}
          </Text>
        </div>
      )}
      {chosen?.origin === 'policy' && (
        <Text size="sm" c="dimmed">
          {texts.locked.targetFixed}
        </Text>
      )}
      {allowed !== undefined && <Text size="sm">{texts.locked.places(allowed)}</Text>}
      {chosen !== undefined && removing ? (
        <Group role="group" aria-label={words.remove}>
          <Text size="sm">{words.removeQuestion(chosen.name)}</Text>
          <Button size="xs" variant="default" autoFocus onClick={() => setRemoving(false)}>
            {words.removeNo}
          </Button>
          <Button
            size="xs"
            color="red.9"
            onClick={() => void actions.removeTarget(chosen.name).then(() => setRemoving(false))}
          >
            {words.removeYes}
          </Button>
        </Group>
      ) : (
        <Group>
          {chosen !== undefined && (
            <Button
              variant="light"
              disabled={busy}
              onClick={() =>
                actions.send({
                  packet,
                  to: { target: chosen.name },
                  place: chosen.name,
                  target: chosen,
                })
              }
            >
              {words.send}
            </Button>
          )}
          {allowed?.length !== 0 && (
            <Button
              variant="default"
              leftSection={<PlusIcon size={16} />}
              disabled={busy}
              onClick={() => setDialog('add')}
            >
              {words.add}
            </Button>
          )}
          {chosen !== undefined && (
            <>
              {!chosen.isFolder && chosen.origin !== 'policy' && (
                <Button variant="subtle" disabled={busy} onClick={() => setDialog('edit')}>
                  {words.edit}
                </Button>
              )}
              {chosen.origin !== 'policy' && (
                <Button variant="subtle" disabled={busy} onClick={() => setRemoving(true)}>
                  {words.remove}
                </Button>
              )}
            </>
          )}
        </Group>
      )}
      {dialog !== undefined && (
        <TargetDialog
          edited={dialog === 'edit' ? chosen : undefined}
          onSaved={setName}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Stack>
  );
}
