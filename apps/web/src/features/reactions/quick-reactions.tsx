import { ActionIcon } from '@mantine/core';
import type { Message } from '@parvis/contracts';
import { Tooltip } from '@parvis/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmojiGlyph, useEmojiText, useFrequentEmoji } from '../emoji/index.ts';
import { usePendingReactions } from './pending-reactions.ts';
import { shownReactions, toggled } from './shown-reactions.ts';

interface QuickReactionsProps {
  message: Message;
  meId: string;
  count: number;
  size: number;
  onReact: (emoji: string) => void;
}

/** The emoji that I use most, one press away. Their order stays as long as they are shown. */
export function QuickReactions({ message, meId, count, size, onReact }: QuickReactionsProps) {
  const { t } = useTranslation('reactions');
  const frequent = useFrequentEmoji(count);
  const [emoji] = useState(frequent);
  const textOf = useEmojiText();
  const pending = usePendingReactions((state) => state.wanted.get(message.id));
  const groups = shownReactions(message.reactions ?? [], pending, meId);
  return emoji.map((one, index) => {
    const label = t('with', { emoji: textOf(one) });
    return (
      <Tooltip key={one} label={label}>
        <ActionIcon size={size} aria-label={label} aria-pressed={!toggled(groups, one).on} tabIndex={index === 0 ? 0 : -1} onClick={() => onReact(one)}>
          <span style={{ fontSize: 17, lineHeight: 1 }}><EmojiGlyph emoji={one} /></span>
        </ActionIcon>
      </Tooltip>
    );
  });
}
