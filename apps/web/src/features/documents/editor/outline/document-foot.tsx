import { ActionIcon } from '@mantine/core';
import { Popup, Tooltip } from '@parvis/ui';
import { IconList, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { EditorHandle } from '../editor-handle.ts';
import classes from './document-outline.module.css';
import { DocumentOutline, WordCount } from './document-outline.tsx';

/** Below the text, always in sight: its outline, finding in it, how long it is. */
export function DocumentFoot({ handle }: { handle: EditorHandle | null }) {
  const { t } = useTranslation('document');
  const [opened, setOpened] = useState(false);
  return (
    <div className={classes.foot}>
      <div className={classes.tools}>
        <Popup
          opened={opened} onChange={setOpened} role="dialog" label={t('outline')} side="top" width={300}
          anchor={(props) => (
            <Tooltip label={t('outline')}>
              <ActionIcon {...props} size={32} aria-label={t('outline')}>
                <IconList size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        >
          <DocumentOutline handle={handle} onChosen={() => flushSync(() => setOpened(false))} />
        </Popup>
        <Tooltip label={t('find.title')}>
          <ActionIcon size={32} aria-label={t('find.title')} onClick={() => handle?.openFind()}>
            <IconSearch size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <WordCount handle={handle} />
      </div>
    </div>
  );
}
