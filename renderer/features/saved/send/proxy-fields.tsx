// Which proxy leads to a target. Runs in the window.
import { Input, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useCase } from '../../../state/case-context.ts';
import type { TargetForm } from '../../../state/target-form.ts';

const WAYS = ['auto', 'none', 'fixed'] as const;

interface ProxyFieldsProps {
  readonly typed: TargetForm;
  readonly error: string | undefined;
  readonly onChange: (part: Partial<TargetForm>) => void;
}

export function ProxyFields({ typed, error, onChange }: ProxyFieldsProps) {
  const words = useCase().texts.upload.form;
  return (
    <Stack gap="sm">
      <Input.Wrapper label={words.proxy} labelElement="div">
        <div>
          <SegmentedControl
            mt={6}
            aria-label={words.proxy}
            data={WAYS.map((value) => ({ value, label: words.proxies[value] }))}
            value={typed.proxy}
            onChange={(value) => onChange({ proxy: WAYS.find((one) => one === value) ?? 'auto' })}
          />
        </div>
      </Input.Wrapper>
      {typed.proxy === 'fixed' && (
        <TextInput
          label={words.proxyAddress}
          description={words.proxyHint}
          value={typed.proxyAddress}
          error={error}
          withAsterisk
          spellCheck={false}
          onChange={(event) => onChange({ proxyAddress: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}
