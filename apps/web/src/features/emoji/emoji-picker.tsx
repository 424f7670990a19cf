import { normaliseEmoji } from '@parvis/contracts/emoji';
import { EmojiPicker as Frimousse, type EmojiPickerListComponents, type SkinTone } from 'frimousse';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EMOJI_DATA_URL } from './emoji-data-url.ts';
import { EmojiGlyph } from './emoji-glyph.tsx';
import { withOwnEmoji } from './emoji-picker-data.ts';
import classes from './emoji-picker.module.css';
import { useFrequentEmoji } from './frequent-emoji.ts';
import { SkinToneChoice } from './skin-tone-choice.tsx';
import { useCustomEmoji, useEmojiText } from './use-custom-emoji.ts';
import { useSkinTone } from './use-skin-tone.ts';

interface EmojiPickerProps {
  /** Gets its key: the emoji as it is written, or `custom:<uuid>`. */
  onPick: (emoji: string) => void;
}

const COLUMNS = 9;
/** By the number of the preference. */
const TONES: readonly SkinTone[] = ['none', 'light', 'medium-light', 'medium', 'medium-dark', 'dark'];

/** ARIA counts from 1, the library from 0. */
const fromOne = (index: number | undefined): number => (index ?? 0) + 1;

const components: Partial<EmojiPickerListComponents> = {
  CategoryHeader: ({ category, ...props }) => (
    <div {...props} className={classes.category}>
      {category.label}
    </div>
  ),
  Row: ({ children, ...props }) => (
    <div {...props} aria-rowindex={fromOne(props['aria-rowindex'])} className={classes.row}>
      {children}
    </div>
  ),
  Emoji: ({ emoji, ...props }) => (
    <button {...props} type="button" className={classes.emoji} aria-colindex={fromOne(props['aria-colindex'])} aria-label={emoji.label} title={emoji.label}>
      <EmojiGlyph emoji={emoji.emoji} />
    </button>
  ),
};

/** The grid of all emoji with its search. Loaded when first opened. */
export function EmojiPicker({ onPick }: EmojiPickerProps) {
  const { t, i18n } = useTranslation(['composer', 'emoji']);
  const own = useCustomEmoji();
  const [resolve] = useState(() => withOwnEmoji(own, t('emoji:own')));
  const [query, setQuery] = useState('');
  const [tone, chooseTone] = useSkinTone();
  const pick = (emoji: string) => onPick(normaliseEmoji(emoji) ?? emoji);
  return (
    <Frimousse.Root
      className={classes.root}
      columns={COLUMNS}
      locale={i18n.language.startsWith('fr') ? 'fr' : 'en'}
      emojibaseUrl={EMOJI_DATA_URL}
      resolveEmojiData={resolve}
      skinTone={TONES[tone] ?? 'none'}
      onEmojiSelect={({ emoji }) => pick(emoji)}
    >
      <Frimousse.Search
        className={classes.search}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        placeholder={t('emojiSearch')}
        aria-label={t('emojiSearch')}
        autoFocus
      />
      {query === '' && <FrequentRow onPick={pick} />}
      <Frimousse.Viewport className={classes.viewport}>
        <Frimousse.Loading className={classes.message}>{t('emojiLoading')}</Frimousse.Loading>
        <Frimousse.Empty>{() => <span className={classes.message}>{t('emojiNone')}</span>}</Frimousse.Empty>
        <Frimousse.List className={classes.list} components={components} />
      </Frimousse.Viewport>
      <SkinToneChoice tone={tone} onChoose={chooseTone} />
    </Frimousse.Root>
  );
}

function FrequentRow({ onPick }: EmojiPickerProps) {
  const { t } = useTranslation('emoji');
  const frequent = useFrequentEmoji(COLUMNS);
  const textOf = useEmojiText();
  return (
    <div className={classes.frequent} role="group" aria-label={t('frequent')}>
      {frequent.map((emoji) => (
        <button key={emoji} type="button" className={classes.emoji} aria-label={textOf(emoji)} onClick={() => onPick(emoji)}>
          <EmojiGlyph emoji={emoji} />
        </button>
      ))}
    </div>
  );
}
