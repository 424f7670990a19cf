import { ActionIcon } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Picks files from the device. */
export function AttachButton({ disabled = false, onPick }: { disabled?: boolean; onPick: (files: File[]) => void }) {
  const { t } = useTranslation('files');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Tooltip label={t('attach')}>
        <ActionIcon size={34} aria-label={t('attach')} disabled={disabled} onClick={() => input.current?.click()}>
          <IconPaperclip size={20} />
        </ActionIcon>
      </Tooltip>
      <input
        ref={input} type="file" multiple hidden tabIndex={-1} aria-hidden
        onChange={(event) => {
          onPick([...(event.currentTarget.files ?? [])]);
          // So that the same file can be picked again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
