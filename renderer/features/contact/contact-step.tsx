// Second step: who asks, and under which service. Runs in the window.
import { Input, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { SupportPlan } from '#shared/schema/severity.ts';
import { ProblemNotice } from '../../case-frame/problem-notice.tsx';
import { ResponseTime } from '../../case-frame/response-time.tsx';
import { StepButtons } from '../../case-frame/step-buttons.tsx';
import { LockIcon } from '../../components/icons.tsx';
import { Section } from '../../components/section.tsx';
import { StepFrame } from '../../components/step-frame.tsx';
import { useCase, useTextField } from '../../state/case-context.ts';
import { CcidAdvice } from './ccid-advice.tsx';
import { CustomerChoice } from './customer-choice.tsx';

export function ContactStep() {
  const { state, dispatch, texts } = useCase();
  const { contact, steps } = texts.window;
  const isLocked = (field: 'ccid' | 'company' | 'plan') => state.policy.locked.includes(field);
  const lockOf = (field: 'ccid' | 'company') =>
    isLocked(field)
      ? { readOnly: true, description: texts.locked.field, rightSection: <LockIcon size={16} /> }
      : {};
  return (
    <StepFrame title={steps.contact.title} intro={contact.intro} footer={<StepButtons />}>
      <ProblemNotice />
      <CustomerChoice />
      <Section title={contact.organisation}>
        <Stack gap="md">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
            <TextInput
              {...useTextField('ccid')}
              label={contact.ccid}
              description={contact.ccidHint}
              maxLength={20}
              spellCheck={false}
              withAsterisk
              {...lockOf('ccid')}
            />
            <TextInput
              {...useTextField('company')}
              label={contact.company}
              description={contact.companyHint}
              autoComplete="organization"
              withAsterisk
              {...lockOf('company')}
            />
          </SimpleGrid>
          <CcidAdvice />
          <Input.Wrapper label={contact.plan} labelElement="div" id="support-plan">
            <div>
              <SegmentedControl
                mt={6}
                aria-label={contact.plan}
                data={SupportPlan.options.map((value) => ({ value, label: texts.terms.plan[value] }))}
                value={state.form.plan}
                disabled={isLocked('plan')}
                onChange={(value) =>
                  dispatch({ type: 'field-changed', change: { plan: SupportPlan.parse(value) } })
                }
              />
              {isLocked('plan') && (
                <Text size="sm" c="dimmed" mt={6}>
                  {texts.locked.field}
                </Text>
              )}
              <ResponseTime level={state.form.severity} />
            </div>
          </Input.Wrapper>
        </Stack>
      </Section>
      <Section title={contact.person}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <TextInput {...useTextField('contactName')} label={contact.name} autoComplete="name" withAsterisk />
          <TextInput
            {...useTextField('contactEmail')}
            type="email"
            label={contact.email}
            autoComplete="email"
            withAsterisk
          />
          <TextInput
            {...useTextField('contactPhone')}
            type="tel"
            label={contact.phone}
            autoComplete="tel"
            withAsterisk
          />
          <TextInput {...useTextField('contactExtension')} label={contact.extension} inputMode="numeric" />
        </SimpleGrid>
      </Section>
    </StepFrame>
  );
}
