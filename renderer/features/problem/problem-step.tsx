// First step: what went wrong and how badly. Runs in the window.
import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { ProblemArea } from '#shared/schema/problem-area.ts';
import { ProblemNotice } from '../../case-frame/problem-notice.tsx';
import { StepButtons } from '../../case-frame/step-buttons.tsx';
import { GrowingTextarea } from '../../components/growing-textarea.tsx';
import { StepFrame } from '../../components/step-frame.tsx';
import { useCase, useShownTrouble, useTextField } from '../../state/case-context.ts';
import { FollowUpNotice } from './follow-up-notice.tsx';
import { SecondProblemNotice } from './second-problem-notice.tsx';
import { SeverityChoice } from './severity-choice.tsx';
import { UserFiles } from './user-files.tsx';

export function ProblemStep() {
  const { state, dispatch, texts } = useCase();
  const { problem, steps } = texts.window;
  const areaError = useShownTrouble('problemArea');
  return (
    <StepFrame title={steps.problem.title} intro={problem.intro} footer={<StepButtons />}>
      <ProblemNotice />
      <FollowUpNotice />
      <Select
        label={problem.area}
        placeholder={problem.areaPlaceholder}
        data={ProblemArea.options.map((value) => ({ value, label: texts.terms.problemArea[value] }))}
        value={state.form.problemArea ?? null}
        onChange={(value) => {
          const problemArea = ProblemArea.safeParse(value).data;
          if (problemArea !== undefined) dispatch({ type: 'field-changed', change: { problemArea } });
        }}
        error={areaError}
        allowDeselect={false}
        maxDropdownHeight={320}
        withAsterisk
        maw={420}
      />
      <SeverityChoice />
      <Stack gap="md">
        <TextInput
          {...useTextField('title')}
          label={problem.title}
          description={problem.titleHint}
          placeholder={problem.titlePlaceholder}
          withAsterisk
        />
        <GrowingTextarea
          {...useTextField('description')}
          label={problem.description}
          description={problem.descriptionHint}
          minRows={5}
          maxRows={14}
          withAsterisk
        />
        <SecondProblemNotice />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <TextInput
            {...useTextField('occurredAt')}
            type="datetime-local"
            label={problem.occurredAt}
            description={problem.occurredAtHint}
          />
          <TextInput
            {...useTextField('jobIds')}
            label={problem.jobIds}
            description={problem.jobIdsHint}
            inputMode="numeric"
          />
        </SimpleGrid>
      </Stack>
      <UserFiles />
    </StepFrame>
  );
}
