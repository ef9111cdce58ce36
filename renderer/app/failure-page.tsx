// In place of everything else when the window itself failed; in both languages' reach, since the state may be gone. Runs
// in the window.
import { Button, Code, Container, Stack, Text, Title } from '@mantine/core';
import { languageOf } from '#shared/i18n/language-of.ts';
import { texts } from '#shared/i18n/texts.ts';
import type { Problem } from '#shared/schema/problem.ts';
import { problemSentence } from '../format/problem-sentence.ts';

interface FailurePageProps {
  readonly error?: unknown;
  readonly problems?: readonly Problem[];
}

export function FailurePage({ error, problems = [] }: FailurePageProps) {
  const words = texts(languageOf(document.documentElement.lang || navigator.language));
  const { failure } = words.window;
  return (
    <Container size="sm" py="xl" role="alert">
      <Stack>
        <Title order={1} size="h2">
          {problems.length > 0 ? failure.startTitle : failure.title}
        </Title>
        {problems.map((problem) => (
          <Text key={problem.code}>{problemSentence(words, problem)}</Text>
        ))}
        {problems.length === 0 && <Text>{failure.text}</Text>}
        {error !== undefined && <Code block>{String(error)}</Code>}
        <div>
          <Button onClick={() => location.reload()}>{failure.reload}</Button>
        </div>
      </Stack>
    </Container>
  );
}
