// What is done to send saved packets: targets, the delivery itself and its questions, unfinished ones. Runs in the window.
import type { Dispatch, RefObject } from 'react';
import { call } from '../client.ts';
import type { SendActions } from '../state/case-context.ts';
import type { CaseEvent, CaseState } from '../state/case-state.ts';

/** @param newest the state of the moment: answers come late */
export function sendActions(
  newest: RefObject<{ readonly state: CaseState }>,
  dispatch: Dispatch<CaseEvent>,
): SendActions {
  const loadTargets = async () => {
    const targets = await call('sending:targets');
    if (targets.ok) dispatch({ type: 'targets-listed', targets: targets.value });
    else dispatch({ type: 'call-failed', problems: targets.problems });
    return targets.ok ? targets.value.targets : [];
  };
  const listUnfinished = async () => {
    const unfinished = await call('sending:unfinished');
    if (unfinished.ok) dispatch({ type: 'unfinished-listed', unfinished: unfinished.value });
  };
  const send: SendActions['send'] = async (wanted, { again = false, password } = {}) => {
    const { sending, targets } = newest.current.state;
    if (sending?.at === 'sending') return;
    // The target may have been edited since, or its password be at hand by now.
    const target = targets?.targets.find(({ name }) => name === wanted.target?.name) ?? wanted.target;
    const goal = target === undefined ? wanted : { ...wanted, target };
    if (target?.wantsPassword && password === undefined)
      return dispatch({ type: 'send-needs-password', goal });
    dispatch({ type: 'send-started', goal });
    const { sha256 } = goal.packet;
    const answer = await call('sending:start', { sha256, to: goal.to, password, again });
    dispatch({ type: 'send-ended', answer });
    // A password that was typed is at hand now; a delivery that failed can be gone on with.
    await loadTargets();
    await listUnfinished();
  };
  return {
    loadTargets: () => void loadTargets(),
    async saveTarget(target) {
      const saved = await call('sending:save-target', target);
      if (saved.ok) dispatch({ type: 'targets-listed', targets: saved.value });
      return saved;
    },
    async removeTarget(name) {
      const left = await call('sending:remove-target', name);
      if (left.ok) dispatch({ type: 'targets-listed', targets: left.value });
      else dispatch({ type: 'call-failed', problems: left.problems });
    },
    send,
    cancelSending() {
      dispatch({ type: 'send-cancel-asked' });
      void call('sending:cancel');
    },
    async trustHost() {
      const { sending } = newest.current.state;
      if (sending?.at !== 'host') return;
      const trusted = await call('sending:trust', { fingerprint: sending.host.fingerprint });
      if (trusted.ok) send(sending.goal);
      else dispatch({ type: 'call-failed', problems: trusted.problems });
    },
    closeSending: () => dispatch({ type: 'send-closed' }),
    showSending() {
      const { sending } = newest.current.state;
      if (sending !== undefined) dispatch({ type: 'packet-opened', packet: sending.goal.packet });
    },
    async resumeDelivery({ packet, target: name }) {
      dispatch({ type: 'packet-opened', packet });
      const target = (await loadTargets()).find((one) => one.name === name);
      if (target === undefined) return;
      send({ packet, to: { target: name }, place: name, ...(target.isFolder ? {} : { target }) });
    },
    async forgetDelivery({ packet, url }) {
      await call('sending:forget', { sha256: packet.sha256, target: url });
      await listUnfinished();
    },
    openPacket(packet) {
      dispatch({ type: 'packet-opened', packet });
    },
  };
}
