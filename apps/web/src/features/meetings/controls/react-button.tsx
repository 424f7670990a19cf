import { UnstyledButton } from '@mantine/core';
import { Popup } from '@parvis/ui';
import { IconMoodSmile } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ControlButton } from './control-button.tsx';
import classes from './react-button.module.css';
import { useControls } from './use-controls.ts';

export const EMOJI = ['👍', '👏', '❤️', '😂', '🎉', '😮', '🙏', '👋'] as const;

/** The choice stays open: who claps, claps more than once. */
export function ReactButton() {
  const { t } = useTranslation('meetings');
  const [opened, setOpened] = useState(false);
  const { react } = useControls();
  return (
    <Popup
      role="dialog" label={t('control.react')} opened={opened} onChange={setOpened} side="top" align="center" width={216}
      anchor={(props) => <ControlButton {...props} label={t('control.react')} icon={IconMoodSmile} />}
    >
      <div className={classes.emoji}>
        {EMOJI.map((emoji) => <UnstyledButton key={emoji} className={classes.choice} onClick={() => react(emoji)}>{emoji}</UnstyledButton>)}
      </div>
    </Popup>
  );
}
