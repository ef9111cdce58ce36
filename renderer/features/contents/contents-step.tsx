// Third step: what will be collected, how much it is, and what is still missing. Runs in the window.
import { Checkbox, Text } from '@mantine/core';
import { ProblemNotice } from '../../case-frame/problem-notice.tsx';
import { Section } from '../../components/section.tsx';
import { StepFrame } from '../../components/step-frame.tsx';
import { useCase } from '../../state/case-context.ts';
import { CollectorTable } from './collector-table.tsx';
import { ContentsFooter } from './contents-footer.tsx';
import { FileChoice } from './file-choice.tsx';
import { GapNotice } from './gap-notice.tsx';
import { LogFolders } from './log-folders.tsx';
import { LogRange } from './log-range.tsx';
import { RedactionPart } from './redaction-part.tsx';
import { SoftwareFields } from './software-fields.tsx';

export function ContentsStep() {
  const { state, dispatch, texts } = useCase();
  const { contents, steps } = texts.window;
  return (
    <StepFrame title={steps.contents.title} intro={contents.intro} footer={<ContentsFooter />}>
      <ProblemNotice />
      <GapNotice />
      <SoftwareFields />
      <LogFolders />
      <LogRange />
      <Section title={contents.items} hint={contents.itemsHint}>
        {state.machine?.elevated === false && <Text size="sm">{contents.notElevated}</Text>}
        <CollectorTable />
        <Checkbox
          label={contents.gentle}
          description={contents.gentleHint}
          checked={state.form.gentle}
          onChange={(event) =>
            dispatch({ type: 'field-changed', change: { gentle: event.currentTarget.checked } })
          }
        />
      </Section>
      <FileChoice />
      <RedactionPart />
    </StepFrame>
  );
}
