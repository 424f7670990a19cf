import { ActionIcon } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Picks files from the device. */
export function AttachButton({ disabled = false, onPick }: { disabled?: boolean; onPick: (files: File[]) => void }) {
  const { t } = useTranslation('files');
  return (
    <Tooltip label={t('attach')}>
      <ActionIcon size={34} aria-label={t('attach')} disabled={disabled} onClick={() => pickFiles(onPick)}>
        <IconPaperclip size={20} />
      </ActionIcon>
    </Tooltip>
  );
}

/** Its input is in no page: what is drawn may change while somebody looks for a file. */
function pickFiles(onPick: (files: File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.addEventListener('change', () => onPick([...(input.files ?? [])]));
  input.click();
}
