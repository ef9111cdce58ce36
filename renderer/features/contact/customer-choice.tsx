// Customer profiles for partners who serve several: choose, add, rename, delete. Runs in the window.
import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useCase } from '../../state/case-context.ts';
import { typedIdentity } from '../../state/customers.ts';

type Doing = 'choosing' | 'adding' | 'renaming' | 'removing';

export function CustomerChoice() {
  const { state, dispatch, actions, texts } = useCase();
  const { customer: words } = texts.cases;
  const { customers, form } = state;
  const chosen = customers.find(({ id }) => id === form.customerId);
  const [doing, setDoing] = useState<Doing>('choosing');
  const [name, setName] = useState('');

  const begin = (next: Doing, first = '') => {
    setName(first);
    setDoing(next);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const typed = name.trim();
    if (typed === '') return;
    if (doing === 'renaming') {
      actions.saveCustomers(customers.map((one) => (one === chosen ? { ...one, name: typed } : one)));
    } else {
      const added = { id: crypto.randomUUID(), name: typed, identity: typedIdentity(form) };
      actions.saveCustomers([...customers, added]);
      dispatch({ type: 'field-changed', change: { customerId: added.id } });
    }
    setDoing('choosing');
  };
  const remove = () => {
    actions.saveCustomers(customers.filter((one) => one !== chosen));
    dispatch({ type: 'field-changed', change: { customerId: undefined } });
    setDoing('choosing');
  };

  if (doing === 'adding' || doing === 'renaming') {
    return (
      <form onSubmit={save}>
        <Group align="flex-end" gap="sm">
          <TextInput
            label={words.name}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={100}
            autoFocus
            w={320}
          />
          <Button type="submit" disabled={name.trim() === ''}>
            {words.save}
          </Button>
          <Button variant="default" onClick={() => setDoing('choosing')}>
            {words.cancel}
          </Button>
        </Group>
      </form>
    );
  }
  if (doing === 'removing' && chosen !== undefined) {
    return (
      <Group gap="sm" role="group" aria-label={words.removeQuestion(chosen.name)}>
        <Text>{words.removeQuestion(chosen.name)}</Text>
        <Button variant="default" onClick={() => setDoing('choosing')} autoFocus>
          {words.cancel}
        </Button>
        <Button color="red.9" onClick={remove}>
          {words.removeYes}
        </Button>
      </Group>
    );
  }
  return (
    <div>
      <Group align="flex-end" gap="sm">
        {customers.length > 0 && (
          <Select
            label={words.label}
            data={[
              { value: '', label: words.none },
              ...customers.map(({ id, name: label }) => ({ value: id, label })),
            ]}
            value={chosen?.id ?? ''}
            onChange={(id) => dispatch({ type: 'customer-chosen', id: id || undefined })}
            allowDeselect={false}
            searchable={customers.length > 8}
            w={320}
          />
        )}
        <Button variant="default" onClick={() => begin('adding', form.company)}>
          {words.add}
        </Button>
        {chosen !== undefined && (
          <>
            <Button variant="subtle" onClick={() => begin('renaming', chosen.name)}>
              {words.rename}
            </Button>
            <Button variant="subtle" onClick={() => begin('removing')}>
              {words.remove}
            </Button>
          </>
        )}
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {words.hint}
      </Text>
    </div>
  );
}
