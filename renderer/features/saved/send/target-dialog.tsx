// A target, new or edited: how, where, as whom. What is typed stays in this dialog until it is right. Runs in the window.
import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '#shared/schema/problem.ts';
import type { TargetInfo } from '#shared/schema/sending.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { Notice } from '../../../components/notice.tsx';
import { problemSentence } from '../../../format/problem-sentence.ts';
import { useCase } from '../../../state/case-context.ts';
import {
  formOfTarget,
  newTargetForm,
  TARGET_KINDS,
  type TargetForm,
  type TargetTrouble,
  targetTrouble,
  toTypedTarget,
  withAddress,
} from '../../../state/target-form.ts';
import { ProxyFields } from './proxy-fields.tsx';
import { TargetFileField } from './target-file-field.tsx';

interface TargetDialogProps {
  readonly edited: TargetInfo | undefined;
  readonly onSaved: (name: string) => void;
  readonly onClose: () => void;
}

export function TargetDialog({ edited, onSaved, onClose }: TargetDialogProps) {
  const { state, actions, texts } = useCase();
  const words = texts.upload.form;
  const [typed, setTyped] = useState<TargetForm>(() =>
    edited === undefined ? newTargetForm() : formOfTarget(edited),
  );
  const [checked, setChecked] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const others = (state.targets?.targets ?? [])
    .map(({ name }) => name)
    .filter((name) => name !== edited?.name);
  const trouble = targetTrouble(typed, others);
  const errorOf = (field: TargetTrouble['field']) => {
    const found = checked ? trouble.find((one) => one.field === field) : undefined;
    return found && words.trouble[found.code];
  };
  const change = (part: Partial<TargetForm>) => setTyped((before) => ({ ...before, ...part }));
  async function submit(): Promise<void> {
    setChecked(true);
    if (trouble.length > 0) return;
    const target = toTypedTarget(typed, edited?.name);
    const saved = await actions.saveTarget(target);
    if (!saved.ok) return setProblems(saved.problems);
    onSaved(target.name);
    onClose();
  }
  return (
    <FormDialog
      title={edited === undefined ? words.add : words.edit}
      size={720}
      done={words.done}
      cancel={words.cancel}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {problems.length > 0 && (
        <Notice tone="failed" title={texts.window.frame.problemsTitle}>
          {problems.map((problem) => problemSentence(texts, problem)).join(' ')}
        </Notice>
      )}
      <SimpleGrid cols={2}>
        <TextInput
          label={words.name}
          description={words.nameHint}
          value={typed.name}
          error={errorOf('name')}
          withAsterisk
          data-autofocus
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Select
          label={words.kind}
          data={TARGET_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          value={typed.kind}
          allowDeselect={false}
          onChange={(value) => change({ kind: TARGET_KINDS.find((one) => one === value) ?? typed.kind })}
        />
      </SimpleGrid>
      <TextInput
        label={words.address}
        description={words.addressHints[typed.kind]}
        value={typed.address}
        error={errorOf('address')}
        withAsterisk
        spellCheck={false}
        onChange={(event) => setTyped(withAddress(typed, event.currentTarget.value))}
      />
      <SimpleGrid cols={2}>
        {typed.kind !== 's3' && (
          <TextInput
            label={words.user}
            description={words.userHint}
            value={typed.user}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => change({ user: event.currentTarget.value })}
          />
        )}
        {typed.kind === 'smtp' && (
          <TextInput
            label={words.mailTo}
            description={words.mailToHint}
            value={typed.mailTo}
            error={errorOf('mailTo')}
            withAsterisk
            inputMode="email"
            spellCheck={false}
            onChange={(event) => change({ mailTo: event.currentTarget.value })}
          />
        )}
        {typed.kind === 'sftp' ? (
          <TargetFileField
            label={words.keyFile}
            hint={words.keyFileHint}
            kind="key-file"
            file={typed.identityFile}
            onChange={(identityFile) => change({ identityFile })}
          />
        ) : (
          <TargetFileField
            label={words.caFile}
            hint={words.caFileHint}
            kind="certificate-file"
            file={typed.caFile}
            onChange={(caFile) => change({ caFile })}
          />
        )}
      </SimpleGrid>
      <ProxyFields typed={typed} error={errorOf('proxyAddress')} onChange={change} />
      {typed.kind !== 's3' && (
        <Checkbox
          label={words.remember}
          description={words.rememberHint}
          checked={typed.remember}
          onChange={(event) => change({ remember: event.currentTarget.checked })}
        />
      )}
    </FormDialog>
  );
}
