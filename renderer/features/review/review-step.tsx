// Fourth step: every file of the draft before anything is saved: what was redacted in it, whether it goes. Runs in the
// window.
import { useState } from 'react';
import { ProblemNotice } from '../../case-frame/problem-notice.tsx';
import { StepFrame } from '../../components/step-frame.tsx';
import { useCase } from '../../state/case-context.ts';
import type { ScreenAt } from '../../state/case-state.ts';
import { KeywordDialog } from './redaction/keyword-dialog.tsx';
import { LeakNotice } from './redaction/leak-notice.tsx';
import { RedactionSummary } from './redaction/redaction-summary.tsx';
import { ReviewFooter } from './review-footer.tsx';
import { ReviewList } from './review-list.tsx';
import { ReviewNotices } from './review-notices.tsx';
import { FileViewer } from './viewer/file-viewer.tsx';

export function ReviewStep({ screen }: { readonly screen: ScreenAt<'review'> }) {
  const { dispatch, texts } = useCase();
  const { review, steps } = texts.window;
  const { draft, encryption } = screen;
  const [viewed, setViewed] = useState<string>();
  const [addingKeyword, setAddingKeyword] = useState(false);
  return (
    <StepFrame
      title={steps.review.title}
      intro={review.intro}
      fill
      footer={<ReviewFooter encryption={encryption} />}
    >
      <ProblemNotice />
      <LeakNotice draft={draft} />
      <ReviewNotices draft={draft} />
      <RedactionSummary draft={draft} onAddKeyword={() => setAddingKeyword(true)} />
      <ReviewList screen={screen} onView={setViewed} />
      {viewed !== undefined && (
        <FileViewer
          draftId={draft.draftId}
          path={viewed}
          onKeep={() => {
            dispatch({ type: 'files-withheld', paths: [viewed], withheld: true });
            setViewed(undefined);
          }}
          onClose={() => setViewed(undefined)}
        />
      )}
      {addingKeyword && <KeywordDialog onClose={() => setAddingKeyword(false)} />}
    </StepFrame>
  );
}
