// The about button, and the box that it opens. Runs in the window.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AboutInfo } from '#shared/schema/about.ts';
import { later } from '../../app/later.tsx';
import { call } from '../../client.ts';
import { useCase } from '../../state/case-context.ts';

const AboutDialog = later('AboutDialog');

export function AboutBox() {
  const { texts, dispatch } = useCase();
  const [info, setInfo] = useState<AboutInfo>();
  const open = async () => {
    const answer = await call('about:info');
    if (answer.ok) setInfo(answer.value);
    else dispatch({ type: 'call-failed', problems: answer.problems });
  };
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => void open()}>
        {texts.about.open}
      </Button>
      <AboutDialog info={info} onClose={() => setInfo(undefined)} />
    </>
  );
}
