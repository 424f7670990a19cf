import type { DocumentKind } from '@parvis/contracts';
import { IconChalkboard, IconFileText } from '@tabler/icons-react';
import { EmojiGlyph } from '../emoji/index.ts';

/** What a document is known by at a glance: its emoji, else its kind. */
export function DocumentIcon({ icon, kind, size = 18 }: { icon: string | null; kind: DocumentKind; size?: number }) {
  if (icon !== null) return <span aria-hidden style={{ fontSize: size - 1, lineHeight: 1 }}><EmojiGlyph emoji={icon} /></span>;
  const Icon = kind === 'whiteboard' ? IconChalkboard : IconFileText;
  return <Icon size={size} stroke={1.7} aria-hidden />;
}
