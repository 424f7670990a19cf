import type { Participant } from '@parvis/contracts';
import type { MenuAction } from '@parvis/ui';
import { IconHandOff, IconMicrophoneOff, IconPin, IconPinnedOff, IconScreenShareOff, IconFocusCentered, IconUserMinus, IconUserStar, IconVideoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMeetingView } from '../engine/index.ts';
import { runsMeeting } from '../runs-meeting.ts';
import { useMeetingActions } from '../use-meeting-actions.ts';
import { confirmFirst } from './confirm-first.ts';
import { pin, useStageChoice } from './stage-choice.ts';

/** What I may do with somebody in the meeting. */
export function usePersonMenu(participant: Participant | undefined): MenuAction[] {
  const { t } = useTranslation('meetings');
  const actions = useMeetingActions();
  const pinned = useStageChoice((state) => participant !== undefined && state.pinnedId === participant.id);
  const meeting = useMeetingView((view) => view.meeting);
  const me = useMeetingView((view) => view.me);
  const media = useMeetingView((view) => (participant ? view.media[participant.id] : undefined));
  if (!participant || !me) return [];
  const { id, name, role, handRaisedAt } = participant;
  const isMe = id === me.id;
  const runs = runsMeeting(me);
  const spotlit = meeting?.spotlightId === id;
  const menu: MenuAction[] = [
    { label: t(pinned ? 'person.unpin' : 'person.pin'), icon: pinned ? <IconPinnedOff size={19} /> : <IconPin size={19} />, onSelect: () => pin(pinned ? null : id) },
  ];
  const add = (when: boolean, action: MenuAction) => { if (when) menu.push(action); };
  add(runs, { label: t(spotlit ? 'person.unspotlight' : 'person.spotlight'), icon: <IconFocusCentered size={19} />, onSelect: () => actions.update({ spotlightId: spotlit ? null : id }) });
  add(handRaisedAt !== null && (runs || isMe), { label: t('person.lowerHand'), icon: <IconHandOff size={19} />, onSelect: () => actions.raiseHand(id, false) });
  if (!runs || isMe) return menu;
  add(media?.microphone?.paused === false, { label: t('person.mute'), icon: <IconMicrophoneOff size={19} />, separated: true, onSelect: () => actions.mute(id, 'microphone') });
  add(media?.camera?.paused === false, { label: t('person.stopCamera'), icon: <IconVideoOff size={19} />, onSelect: () => actions.mute(id, 'camera') });
  add(media?.screen !== undefined, { label: t('person.stopShare'), icon: <IconScreenShareOff size={19} />, onSelect: () => actions.mute(id, 'screen') });
  add(role === 'attendee', { label: t('person.makeCohost'), icon: <IconUserStar size={19} />, separated: true, onSelect: () => actions.setRole(id, 'cohost') });
  add(role === 'cohost', { label: t('person.makeAttendee'), icon: <IconUserStar size={19} />, separated: true, onSelect: () => actions.setRole(id, 'attendee') });
  add(role !== 'host', {
    label: t('person.remove'), icon: <IconUserMinus size={19} />, danger: true,
    onSelect: () => confirmFirst({ title: t('person.removeTitle', { name }), text: t('person.removeText'), action: t('person.remove'), run: () => actions.remove(id) }),
  });
  return menu;
}
