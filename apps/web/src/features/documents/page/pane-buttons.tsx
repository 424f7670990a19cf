import { ActionIcon } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconHistory, IconMessage2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './document-pane.module.css';
import type { PaneName } from './document-pane.tsx';

const ICONS = { comments: IconMessage2, history: IconHistory } as const;

interface PaneButtonsProps {
  names: readonly PaneName[];
  pane: PaneName | null;
  onPane: (pane: PaneName | null) => void;
  /** Comments that are open. */
  open: number;
}

/** Open and close what there is beside a document. */
export function PaneButtons({ names, pane, onPane, open }: PaneButtonsProps) {
  const { t } = useTranslation('documents');
  return (
    <span className={classes.buttons}>
      {names.map((name) => {
        const Icon = ICONS[name];
        const counted = name === 'comments' && open > 0;
        return (
          <Tooltip key={name} label={t(`pane.${name}`)}>
            <span className={classes.button}>
              <ActionIcon variant="subtle" size="lg" aria-label={counted ? t('pane.openComments', { count: open }) : t(`pane.${name}`)} aria-pressed={pane === name} onClick={() => onPane(pane === name ? null : name)}>
                <Icon size={20} stroke={1.7} aria-hidden />
              </ActionIcon>
              {counted && <span className={classes.count} aria-hidden>{open}</span>}
            </span>
          </Tooltip>
        );
      })}
    </span>
  );
}
