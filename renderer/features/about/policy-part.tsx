// The policy in effect as a table, and what is wrong with its file. Runs in the window.
import { List, Table, Text } from '@mantine/core';
import { policyRows } from '#shared/policy/policy-rows.ts';
import type { EffectivePolicy } from '#shared/schema/effective-policy.ts';
import { Notice } from '../../components/notice.tsx';
import { policyValue } from '../../format/policy-value.ts';
import { useCase } from '../../state/case-context.ts';

export function PolicyPart({ policy }: { readonly policy: EffectivePolicy }) {
  const { texts } = useCase();
  const { column, setting: names, source: sources, trouble, place } = texts.policy;
  const { file, troubles, mayCollect, sending } = policy;
  return (
    <>
      {file !== undefined && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {texts.policy.file(file)}
        </Text>
      )}
      {file !== undefined && troubles.length > 0 && (
        <Notice tone="watch" title={texts.policy.broken(troubles.length)}>
          <List size="sm">
            {troubles.map(({ line, column: at, setting, code, detail }) => (
              <List.Item key={`${line}:${at}:${setting}`}>
                {place(file, line, at, setting, trouble[code](detail))}
              </List.Item>
            ))}
          </List>
          {!mayCollect && <Text size="sm">{texts.policy.mayNotCollect}</Text>}
          {!sending.mayDeliver && <Text size="sm">{texts.policy.mayNotDeliver}</Text>}
        </Notice>
      )}
      <Table verticalSpacing={4} fz="sm" aria-label={texts.about.policyCaption}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{column.setting}</Table.Th>
            <Table.Th>{column.value}</Table.Th>
            <Table.Th>{column.source}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {policyRows(policy).map(({ setting, values, source }) => (
            <Table.Tr key={setting}>
              <Table.Td miw="11em">{names[setting]}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {policyValue(texts, policy.support, setting, values)}
              </Table.Td>
              <Table.Td miw="6em">{sources[source]}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
