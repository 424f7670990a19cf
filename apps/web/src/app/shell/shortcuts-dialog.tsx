import { Modal } from '@mantine/core';
import { Kbd } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import type { DialogProps } from '../screens.ts';
import { SHORTCUT_GROUPS, SHORTCUTS } from './shortcuts.ts';
import classes from './shortcuts-dialog.module.css';

export function ShortcutsDialog({ onClose }: DialogProps) {
  const { t } = useTranslation(['shell', 'common']);
  return (
    <Modal opened onClose={onClose} title={t('shortcuts.title')} size="xl" closeButtonProps={{ 'aria-label': t('common:close') }}>
      <div className={classes.columns}>
        {SHORTCUT_GROUPS.map((group) => (
          <section key={group} className={classes.section}>
            <h3 className={classes.group}>{t(`shortcuts.group.${group}`)}</h3>
            <dl className={classes.list}>
              {SHORTCUTS.filter((shortcut) => shortcut.group === group).map(({ keys, label }) => (
                <div className={classes.row} key={label}>
                  <dt>{t(`shortcuts.${label}`)}</dt>
                  <dd><Kbd keys={keys} /></dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
