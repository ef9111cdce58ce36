// One collector: its switch, what it reads, what of it is here. Runs in the window.
import { Group, Switch, Table, Text } from '@mantine/core';
import type { MachineInfo } from '#shared/ipc/contract.ts';
import { byteSize } from '../../format/byte-size.ts';
import { collectorName, reasonText } from '../../format/collector-name.ts';
import { useCase } from '../../state/case-context.ts';
import { isOff } from '../../state/window-policy.ts';

export function CollectorRow({ id, needsAdmin }: MachineInfo['collectors'][number]) {
  const { state, dispatch, texts } = useCase();
  const { contents, locale } = texts.window;
  const { plan, sizes } = state.planView;
  const off = isOff(id, state.policy);
  const on = !off && !state.form.skip.includes(id);
  const outcome = plan?.outcomes.find(({ collector }) => collector === id);
  const size = sizes[id];
  const nothingHere = size === undefined || (on && outcome?.status === 'skipped');
  const name = collectorName(texts, id);
  const asksForRights = needsAdmin === 'for-some' && !state.machine?.elevated;
  return (
    <Table.Tr>
      <Table.Td>
        <Group wrap="nowrap" align="flex-start" gap="md">
          <Switch
            data-field={id}
            checked={on}
            disabled={off}
            onChange={(event) =>
              dispatch({ type: 'collector-switched', collector: id, on: event.currentTarget.checked })
            }
            aria-label={contents.switchLabel(name)}
            mt={2}
          />
          <div>
            <Text fw={600} c={on ? 'var(--mantine-color-text)' : 'dimmed'}>
              {name}
            </Text>
            <Text size="sm" c="dimmed">
              {texts.terms.collector[id]?.reads}
              {asksForRights ? ` · ${texts.terms.needsAdmin[needsAdmin]}` : ''}
            </Text>
            {off && (
              <Text size="sm" c="dimmed">
                {texts.locked.collector}
              </Text>
            )}
            {on && outcome?.reason !== undefined && (
              <Text size="sm" c={nothingHere ? 'dimmed' : 'var(--mantine-color-error)'}>
                {reasonText(texts, outcome.reason)}
              </Text>
            )}
          </div>
        </Group>
      </Table.Td>
      <Table.Td ta="right" data-files={id}>
        {on ? (nothingHere ? '–' : size.files.toLocaleString(locale)) : contents.off}
      </Table.Td>
      <Table.Td ta="right" data-bytes={id}>
        {nothingHere ? '–' : byteSize(size.bytes, locale)}
      </Table.Td>
    </Table.Tr>
  );
}
