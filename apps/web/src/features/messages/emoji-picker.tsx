import { EmojiPicker as Frimousse } from 'frimousse';
import { useTranslation } from 'react-i18next';
import { EMOJI_DATA_URL } from './emoji-data-url.ts';
import classes from './emoji-picker.module.css';

interface EmojiPickerProps {
  onPick: (emoji: string) => void;
}

/** The grid of all emoji with its search. Loaded when first opened. */
export function EmojiPicker({ onPick }: EmojiPickerProps) {
  const { t, i18n } = useTranslation('composer');
  const locale = i18n.language.startsWith('fr') ? 'fr' : 'en';
  return (
    <Frimousse.Root
      className={classes.root}
      columns={9}
      locale={locale}
      emojibaseUrl={EMOJI_DATA_URL}
      onEmojiSelect={({ emoji }) => onPick(emoji)}
    >
      <Frimousse.Search className={classes.search} placeholder={t('emojiSearch')} aria-label={t('emojiSearch')} autoFocus />
      <Frimousse.Viewport className={classes.viewport}>
        <Frimousse.Loading className={classes.message}>{t('emojiLoading')}</Frimousse.Loading>
        <Frimousse.Empty className={classes.message}>{t('emojiNone')}</Frimousse.Empty>
        <Frimousse.List
          className={classes.list}
          components={{
            CategoryHeader: ({ category, ...props }) => (
              <div {...props} className={classes.category}>
                {category.label}
              </div>
            ),
            Row: ({ children, ...props }) => (
              <div {...props} className={classes.row}>
                {children}
              </div>
            ),
            Emoji: ({ emoji, ...props }) => (
              <button {...props} type="button" className={classes.emoji}>
                {emoji.emoji}
              </button>
            ),
          }}
        />
      </Frimousse.Viewport>
    </Frimousse.Root>
  );
}
