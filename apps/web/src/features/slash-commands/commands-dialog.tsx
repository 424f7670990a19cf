import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DialogProps } from '../../app/screens.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { type CommandName, takesOf } from './command.ts';
import classes from './commands-dialog.module.css';

/** All commands that one may run in the conversation, each with what it does. */
export function CommandsDialog({ names, onClose }: DialogProps & { names: readonly CommandName[] }) {
  const { t } = useTranslation('commands');
  const isPhone = useIsPhone();
  return (
    <Modal opened onClose={onClose} title={t('title')} size="lg" fullScreen={isPhone} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
      <dl className={classes.list}>
        {names.map((name) => (
          <div key={name} className={classes.entry}>
            <dt><code>/{name}</code> <span className={classes.takes}>{takesOf(name, t)}</span></dt>
            <dd>{t(`help.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
