// The screen of the moment; a new one starts fresh at its heading. Runs in the window.
import { CasesScreen } from '../features/cases/cases-screen.tsx';
import { ContactStep } from '../features/contact/contact-step.tsx';
import { ContentsStep } from '../features/contents/contents-step.tsx';
import { ProblemStep } from '../features/problem/problem-step.tsx';
import { ReviewStep } from '../features/review/review-step.tsx';
import { SavedStep } from '../features/saved/saved-step.tsx';
import { SendScreen } from '../features/saved/send-screen.tsx';
import { WorkScreen } from '../features/work/work-screen.tsx';
import { useCase } from '../state/case-context.ts';

export function CurrentScreen() {
  const { screen } = useCase().state;
  switch (screen.at) {
    case 'cases':
      return <CasesScreen />;
    case 'problem':
      return <ProblemStep />;
    case 'contact':
      return <ContactStep />;
    case 'contents':
      return <ContentsStep />;
    case 'preparing':
    case 'delivering':
      return <WorkScreen key={screen.at} screen={screen} />;
    case 'review':
      return <ReviewStep screen={screen} />;
    case 'saved':
      return <SavedStep screen={screen} />;
    case 'send':
      return <SendScreen key={screen.packet.sha256} packet={screen.packet} />;
  }
}
