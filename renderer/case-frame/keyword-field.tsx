// The field for words that are replaced wherever they stand. Runs in the window.
import { GrowingTextarea } from '../components/growing-textarea.tsx';
import { useCase } from '../state/case-context.ts';
import { keywordTrouble, MAX_KEYWORDS } from '../state/keywords.ts';

interface KeywordFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Beyond what is wrong with the words themselves. */
  readonly error?: string | undefined;
}

export function KeywordField({ value, onChange, error }: KeywordFieldProps) {
  const { choice } = useCase().texts.redacting;
  const trouble = keywordTrouble(value);
  const wrong =
    trouble &&
    {
      'too-short': choice.keywordShort,
      'too-long': choice.keywordLong,
      'too-many': () => choice.tooMany(MAX_KEYWORDS),
    }[trouble.code]('line' in trouble ? trouble.line : 0);
  return (
    <GrowingTextarea
      label={choice.keywords}
      description={choice.keywordsHint}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error ?? wrong}
      minRows={2}
      maxRows={8}
      spellCheck={false}
    />
  );
}
