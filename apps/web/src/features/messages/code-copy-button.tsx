import { ActionIcon } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './code-block.module.css';

export function CodeCopyButton({ code }: { code: string }) {
  const { t } = useTranslation('composer');
  const clipboard = useClipboard({ timeout: 2_000 });
  const label = t(clipboard.copied ? 'codeCopied' : 'codeCopy');
  return (
    <Tooltip label={label}>
      <ActionIcon className={classes.copy} variant="default" aria-label={label} onClick={() => clipboard.copy(code)}>
        {clipboard.copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
      </ActionIcon>
    </Tooltip>
  );
}
