// Tests of electron/main/leave-question.ts. Runs in vitest.
import { describe, expect, it } from 'vitest';
import { createLeaving, type LeaveQuestion } from '#main/leave-question.ts';
import { texts } from '#shared/i18n/texts.ts';

function leaving(isSending: boolean) {
  const asked: LeaveQuestion[] = [];
  const done: string[] = [];
  let press: (button: string) => void = () => {};
  const made = createLeaving({
    isSending: () => isSending,
    texts: () => texts('en'),
    ask(question) {
      asked.push(question);
      return new Promise((resolve) => {
        press = (button) => resolve(question.buttons.indexOf(button));
      });
    },
    minimize: () => done.push('minimize'),
    quit: () => done.push('quit'),
  });
  /** @returns whether the end was held up */
  const leave = () => {
    let prevented = false;
    const held = made.hold({
      preventDefault: () => {
        prevented = true;
      },
    });
    expect(held).toBe(prevented);
    return held;
  };
  const pressed = async (button: string) => {
    press(button);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { ...made, leave, pressed, asked, done };
}
const { minimize, stop, stay } = texts('en').leaving;

describe('createLeaving', () => {
  it('lets the program end where nothing is on its way', () => {
    const { leave, asked } = leaving(false);
    expect(leave()).toBe(false);
    expect(asked).toEqual([]);
  });

  it('asks once, however often the end is asked for, and Enter stops nothing', async () => {
    const { leave, pressed, asked, done } = leaving(true);
    expect([leave(), leave(), leave()]).toEqual([true, true, true]);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.buttons[asked[0].defaultId]).toBe(minimize);
    expect(asked[0]?.buttons[asked[0].cancelId]).toBe(stay);
    await pressed(stay);
    expect(done).toEqual([]);
    expect(leave()).toBe(true);
    await pressed(minimize);
    expect(done).toEqual(['minimize']);
    expect(asked).toHaveLength(2);
  });

  it('ends without a further question once stopping was chosen, or the system ends it', async () => {
    const chosen = leaving(true);
    chosen.leave();
    await chosen.pressed(stop);
    expect(chosen.done).toEqual(['quit']);
    expect(chosen.leave()).toBe(false);
    const told = leaving(true);
    told.quitUnasked();
    expect(told.leave()).toBe(false);
    expect(told.asked).toEqual([]);
  });
});
