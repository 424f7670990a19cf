import { LIMITS } from '@parvis/contracts/limits';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../../sync/index.ts';
import { useConversationTitle } from '../../channels/index.ts';
import { useMeetingView } from '../engine/index.ts';
import { OUTGOING, ring } from '../sounds.ts';
import classes from './calling-notice.module.css';

/** While I call and nobody is there yet: whom, and the tone that says so. */
export function CallingNotice() {
  const alone = useMeetingView((view) => view.participants.length === 1);
  const isCall = useMeetingView((view) => view.meeting?.kind === 'call');
  const startedAt = useMeetingView((view) => view.meeting?.startedAt);
  const mine = useMeetingView((view) => view.me !== null && view.meeting?.createdBy === view.me.userId);
  const [wasAnswered, setAnswered] = useState(false);
  useEffect(() => { if (!alone) setAnswered(true); }, [alone]);
  if (!alone || !isCall || !mine || wasAnswered || startedAt === undefined) return null;
  return <Calling until={Date.parse(startedAt) + LIMITS.ringMs} />;
}

function Calling({ until }: { until: number }) {
  const { t } = useTranslation('meetings');
  const channelId = useMeetingView((view) => view.meeting?.channelId ?? '');
  const channel = useWorkspace((state) => state.channels[channelId]?.channel);
  const name = useConversationTitle(channel ?? { kind: 'direct', name: '…', memberIds: [] });
  const [rings, setRings] = useState(() => Date.now() < until);
  useEffect(() => {
    if (!rings) return;
    const silence = ring(OUTGOING);
    const timer = setTimeout(() => setRings(false), Math.max(0, until - Date.now()));
    return () => {
      silence();
      clearTimeout(timer);
    };
  }, [rings, until]);
  return <p className={classes.calling} role="status" data-rings={rings || undefined}>{t(rings ? 'call.calling' : 'call.noAnswer', { name })}</p>;
}
