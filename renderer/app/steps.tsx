// The list of steps with where the user is; earlier steps can be gone back to. Runs in the window.
import { StepList, type StepListItem } from '../components/step-list.tsx';
import { useCase } from '../state/case-context.ts';
import { type Screen, STEPS, type Step } from '../state/case-state.ts';

const stepOfScreen: Record<Screen['at'], Step | undefined> = {
  cases: undefined,
  problem: 'problem',
  contact: 'contact',
  contents: 'contents',
  preparing: 'contents',
  review: 'review',
  delivering: 'review',
  saved: 'saved',
  send: undefined,
};

export function Steps() {
  const { state, actions, texts } = useCase();
  const { frame, steps } = texts.window;
  const { at } = state.screen;
  const step = stepOfScreen[at];
  if (step === undefined) return null;
  const current = STEPS.indexOf(step);
  const mayLeave = at !== 'preparing' && at !== 'delivering' && at !== 'saved';
  const items = STEPS.map((step, index): StepListItem => {
    const isFormStep = step === 'problem' || step === 'contact' || step === 'contents';
    const done = index < current || at === 'saved';
    return {
      id: step,
      name: steps[step].name,
      state: index === current && at !== 'saved' ? 'current' : done ? 'done' : 'open',
      onSelect: mayLeave && index < current && isFormStep ? () => actions.goTo(step) : undefined,
    };
  });
  return <StepList label={frame.stepsLabel} items={items} stateNames={frame.stepState} />;
}
