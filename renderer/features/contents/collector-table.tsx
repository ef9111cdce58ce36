// The collectors of this machine: what each reads, how much it would take, on or off. Runs in the window.
import { Table } from '@mantine/core';
import { useCase } from '../../state/case-context.ts';
import { CollectorRow } from './collector-row.tsx';

export function CollectorTable() {
  const { state, texts } = useCase();
  const { columns } = texts.window.contents;
  return (
    <Table verticalSpacing="sm" horizontalSpacing="md" withTableBorder style={{ tableLayout: 'fixed' }}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.collect}</Table.Th>
          <Table.Th w={90} ta="right">
            {columns.files}
          </Table.Th>
          <Table.Th w={110} ta="right">
            {columns.size}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {state.machine?.collectors.map(({ id, needsAdmin }) => (
          <CollectorRow key={id} id={id} needsAdmin={needsAdmin} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
