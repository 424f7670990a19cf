import { useToasts, type MenuAction } from '@parvis/ui';
import { IconFileVector, IconPhotoDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BoardHandle, PictureFormat } from './board-handle.ts';

/** A whiteboard as a picture; none while it isn't shown. */
export function useBoardDownloads(board: BoardHandle | null, name: string): MenuAction[] {
  const { t } = useTranslation('documents');
  const { show } = useToasts();
  if (board === null) return [];
  const download = async (format: PictureFormat) => {
    try {
      if (!await board.download(format, name)) show({ message: t('board.empty') });
    } catch {
      show({ message: t('board.notDrawn'), tone: 'error' });
    }
  };
  return [
    { label: t('board.png'), icon: <IconPhotoDown size={18} />, separated: true, onSelect: () => void download('png') },
    { label: t('board.svg'), icon: <IconFileVector size={18} />, onSelect: () => void download('svg') },
  ];
}
