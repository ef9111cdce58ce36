// Hotline, mailboxes and offices, as the policy has them. Runs in the window.
import { Stack, Table, Text } from '@mantine/core';
import { useCase } from '../../state/case-context.ts';

export function ContactList() {
  const { state, texts } = useCase();
  const { requests } = texts.sending;
  const { hotline, contacts, offices, edition } = state.policy.support;
  const rows: readonly (readonly [string, string])[] = [
    [requests.hotline, hotline],
    ...contacts.map(({ purpose, address }) => [requests.mailbox[purpose] ?? purpose, address] as const),
    ...offices.map(
      ({ city, phone, fax }) =>
        [
          requests.officeOf(texts.requests.city[city]),
          `${requests.phone} ${phone}  ${requests.fax} ${fax}`,
        ] as const,
    ),
  ];
  return (
    <Stack gap="md">
      <Table variant="vertical" layout="fixed">
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th w={170}>{name}</Table.Th>
              <Table.Td style={{ userSelect: 'text' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed">
        {texts.requests.cli.check(edition)}
      </Text>
    </Stack>
  );
}
