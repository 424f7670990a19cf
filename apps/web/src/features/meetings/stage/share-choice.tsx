import { UnstyledButton } from '@mantine/core';
import { IconScreenShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMeetingView } from '../engine/index.ts';
import { lookAtShareOf, useStageChoice } from './stage-choice.ts';
import { shownShare } from './arrange.ts';
import classes from './stage.module.css';
import { useSharing } from './use-scene.ts';

/** Which of several shared screens I look at. */
export function ShareChoice() {
  const { t } = useTranslation('meetings');
  const sharing = useSharing();
  const shareOf = useStageChoice((state) => state.shareOf);
  const meId = useMeetingView((view) => view.me?.id ?? null);
  const participants = useMeetingView((view) => view.participants);
  if (sharing.length < 2) return null;
  const shown = shownShare({ sharing, shareOf, meId });
  return (
    <div className={classes.shares} role="group" aria-label={t('share.choose')}>
      {sharing.map((id) => (
        <UnstyledButton key={id} className={classes.share} aria-pressed={id === shown} onClick={() => lookAtShareOf(id)}>
          <IconScreenShare size={16} aria-hidden />
          <span>{participants.find((participant) => participant.id === id)?.name}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}
