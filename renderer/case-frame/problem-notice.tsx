// Why the last call failed, in words; nothing when it did not. Runs in the window.
import { List } from '@mantine/core';
import { Notice } from '../components/notice.tsx';
import { problemSentence } from '../format/problem-sentence.ts';
import { useCase } from '../state/case-context.ts';

export function ProblemNotice() {
  const { state, texts } = useCase();
  // A leak has a notice of its own, with a way on.
  const problems = [...state.problems, ...state.planView.problems].filter(
    ({ code }) => code !== 'leak-found',
  );
  if (problems.length === 0) return null;
  const sentences = [...new Set(problems.map((problem) => problemSentence(texts, problem)))];
  // Cancelling is no failure: it is what the user asked for.
  const cancelled = problems.every(({ code }) => code === 'cancelled');
  return (
    <Notice
      tone={cancelled ? 'info' : 'failed'}
      {...(cancelled ? {} : { title: texts.window.frame.problemsTitle })}
    >
      <List listStyleType={sentences.length > 1 ? 'disc' : 'none'} style={{ overflowWrap: 'anywhere' }}>
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </Notice>
  );
}
