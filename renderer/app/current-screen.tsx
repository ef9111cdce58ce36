// The screen of the moment; a new one starts fresh at its heading. Runs in the window.
import { CasesScreen } from '../features/cases/cases-screen.tsx';
import { ProblemStep } from '../features/problem/problem-step.tsx';
import { useCase } from '../state/case-context.ts';
import { later } from './later.tsx';

const ContactStep = later('ContactStep');
const ContentsStep = later('ContentsStep');
const ReviewStep = later('ReviewStep');
const SavedStep = later('SavedStep');
const SendScreen = later('SendScreen');
const WorkScreen = later('WorkScreen');

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
