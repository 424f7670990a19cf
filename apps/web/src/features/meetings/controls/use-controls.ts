import { useToasts } from '@parvis/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../sync/index.ts';
import { useErrorText } from '../../../app/use-error-text.ts';
import { useMeetingEngine } from '../engine/index.ts';
import { PROBLEM_KEYS } from '../join/device-problem.ts';

/** My own microphone, camera, screen and hand; a device that gives nothing is told. */
export function useControls() {
  const engine = useMeetingEngine();
  const toasts = useToasts();
  const errorText = useErrorText();
  const { t } = useTranslation('meetings');
  return useMemo(() => {
    const failed = (error: unknown) => toasts.show({ tone: 'error', message: errorText(error) });
    const turn = async (source: 'microphone' | 'camera') => {
      const on = engine.view().local[source].state !== 'on';
      await (source === 'microphone' ? engine.setMicrophone(on) : engine.setCamera(on));
      const { state, problem } = engine.view().local[source];
      if (on && state === 'muted_by_host') toasts.show({ id: 'meeting-muted', message: t('mutedByHost') });
      if (on && problem !== null) toasts.show({ id: `meeting-${source}`, tone: 'error', message: t(`problem.${source}.${PROBLEM_KEYS[problem]}`) });
    };
    const toggleShare = async () => {
      if (engine.view().local.screen.state === 'on') return engine.stopSharing();
      await engine.shareScreen();
      const { problem } = engine.view().local.screen;
      // Who closes the browser's own choice meant to.
      if (problem !== null && problem !== 'denied') toasts.show({ id: 'meeting-screen', tone: 'error', message: t('problem.screen') });
    };
    const toggleHand = () => {
      const { me, meetingId } = engine.view();
      if (!me || meetingId === null) return;
      api.call('updateParticipant', { params: { id: meetingId, participantId: me.id }, body: { handRaised: me.handRaisedAt === null } }).catch(failed);
    };
    return {
      toggleMicrophone: () => void turn('microphone'),
      toggleCamera: () => void turn('camera'),
      toggleShare: () => void toggleShare(),
      toggleHand,
      react: (emoji: string) => engine.react(emoji),
      leave: () => void engine.leave(),
    };
  }, [engine, toasts, errorText, t]);
}
