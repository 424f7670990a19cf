import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedMessage } from './listed-message.ts';
import { usePendingEdits } from './pending-edits.ts';
import type { RowActions } from './row-actions.ts';
import { useSuggestions } from './use-suggestions.ts';

const Composer = lazy(() => import('./composer.tsx').then((module) => ({ default: module.Composer })));

interface MessageEditorProps {
  message: ListedMessage;
  actions: RowActions;
}

/** Changes a message in its place, with the same editor that wrote it. */
export function MessageEditor({ message, actions }: MessageEditorProps) {
  const { t } = useTranslation('messages');
  const suggestions = useSuggestions(message.channelId);
  const refused = usePendingEdits((state) => state.refused.get(message.id));
  return (
    <div data-editor>
      <Suspense fallback={<Skeleton height={96} />}>
        <Composer
          conversationName={t('editor.label')}
          placeholder={t('editor.placeholder')}
          initialMarkdown={refused ?? message.text}
          onSend={(text) => actions.saveEdit(message, text)}
          onCancel={() => actions.cancelEdit(message)}
          editing
          {...suggestions}
        />
      </Suspense>
    </div>
  );
}
