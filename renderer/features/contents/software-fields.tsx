// CommVault's version and patch level: what was found, to be confirmed or typed. Runs in the window.
import { List, SimpleGrid, Text, TextInput } from '@mantine/core';
import { Section } from '../../components/section.tsx';
import { useCase } from '../../state/case-context.ts';
import { type FoundField, foundOnMachine } from '../../state/plan-gaps.ts';

export function SoftwareFields() {
  const { state, texts } = useCase();
  const { contents } = texts.window;
  const { plan } = state.planView;
  const instances = plan?.facts.commvault?.instances ?? [];
  return (
    <Section title={contents.software}>
      {plan !== undefined && instances.length === 0 && <Text size="sm">{contents.noInstances}</Text>}
      {instances.length > 0 && (
        <List size="sm" c="dimmed">
          {instances.map(({ instance, clientName, version, logDir }) => (
            <List.Item key={instance}>
              {[contents.instance(instance, clientName ?? ''), version, logDir].filter(Boolean).join(' · ')}
            </List.Item>
          ))}
        </List>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <FoundText field="commvaultVersion" label={contents.version} hint={contents.versionHint} />
        <FoundText field="patchLevel" label={contents.patchLevel} hint={contents.patchLevelHint} />
      </SimpleGrid>
    </Section>
  );
}

interface FoundTextProps {
  readonly field: FoundField;
  readonly label: string;
  readonly hint: string;
}

/** Shows what was found until the user types. */
function FoundText({ field, label, hint }: FoundTextProps) {
  const { state, dispatch, texts } = useCase();
  const typed = state.form[field];
  const found = foundOnMachine(state.planView.plan, field);
  const showsFound = typed === undefined && found !== '';
  return (
    <TextInput
      label={label}
      description={showsFound ? texts.window.contents.foundHere : hint}
      data-field={field}
      value={typed ?? found}
      onChange={(event) =>
        dispatch({ type: 'field-changed', change: { [field]: event.currentTarget.value } })
      }
      maxLength={200}
      withAsterisk
    />
  );
}
