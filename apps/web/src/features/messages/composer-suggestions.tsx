import { Avatar } from '@parvis/ui';
import { IconHash, IconSpeakerphone, IconUsersGroup } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmojiGlyph } from '../emoji/index.ts';
import type { SuggestionState } from './composer-suggestion-state.ts';
import type { Suggestion } from './composer-suggestion-types.ts';
import classes from './composer-suggestions.module.css';

interface ComposerSuggestionsProps {
  /** Of the list; that of an option is `<id>-<index>`. */
  id: string;
  state: SuggestionState;
}

const titles = { user: 'mentionUsers', channel: 'mentionChannels', emoji: 'mentionEmoji', command: 'commands' } as const;

/** The list above the composer. Focus stays in the text; the arrow keys move the active option. */
export function ComposerSuggestions({ id, state }: ComposerSuggestionsProps) {
  const { t } = useTranslation('composer');
  const { trigger, items, index } = state;
  const active = useRef<HTMLDivElement>(null);
  useEffect(() => {
    active.current?.scrollIntoView({ block: 'nearest' });
  }, [index, items]);
  return (
    <>
      {trigger && (
        <div className={classes.popup}>
          <div className={classes.title} aria-hidden>
            {t(titles[trigger.kind])}
          </div>
          <div id={id} role="listbox" aria-label={t(titles[trigger.kind])} className={classes.list}>
            {items.map((item, position) => (
              <div
                key={item.id}
                id={`${id}-${position}`}
                role="option"
                aria-selected={position === index}
                ref={position === index ? active : undefined}
                className={classes.option}
                onMouseMove={() => state.setIndex(position)}
                // Before the click takes the focus out of the text.
                onMouseDown={(event) => {
                  event.preventDefault();
                  state.choose(item);
                }}
              >
                <Option item={item} />
              </div>
            ))}
          </div>
        </div>
      )}
      <div className="pv-visually-hidden" role="status">
        {trigger ? t('suggestions', { count: items.length }) : ''}
      </div>
    </>
  );
}

function Option({ item }: { item: Suggestion }) {
  const { t } = useTranslation('composer');
  switch (item.kind) {
    case 'user':
      return (
        <>
          <Avatar
            id={item.id}
            name={item.user.name}
            size={24}
            src={item.user.avatarVersion ? `/api/v1/users/${item.id}/avatar?v=${item.user.avatarVersion}` : null}
          />
          <span className={classes.name}>{item.user.name}</span>
          {item.user.title && <span className={classes.detail}>{item.user.title}</span>}
        </>
      );
    case 'everyone':
      return (
        <>
          <IconSpeakerphone size={20} className={classes.icon} />
          <span className={classes.name}>@channel</span>
          <span className={classes.detail}>{t('mentionEveryone')}</span>
        </>
      );
    case 'here':
      return (
        <>
          <IconSpeakerphone size={20} className={classes.icon} />
          <span className={classes.name}>@here</span>
          <span className={classes.detail}>{t('mentionHere')}</span>
        </>
      );
    case 'group':
      return (
        <>
          <IconUsersGroup size={20} className={classes.icon} />
          <span className={classes.name}>@{item.group.handle}</span>
          <span className={classes.detail}>{t('mentionGroup', { name: item.group.name, count: item.group.memberCount })}</span>
        </>
      );
    case 'channel':
      return (
        <>
          <IconHash size={20} className={classes.icon} />
          <span className={classes.name}>{item.name}</span>
          {item.channel.topic && <span className={classes.detail}>{item.channel.topic}</span>}
        </>
      );
    case 'command':
      return (
        <>
          <span className={classes.name}>/{item.command.name}</span>
          <span className={classes.takes}>{item.command.takes}</span>
          <span className={classes.detail}>{item.command.help}</span>
        </>
      );
    case 'emoji':
      return (
        <>
          <span className={classes.emoji}><EmojiGlyph emoji={item.emoji} /></span>
          <span className={classes.name}>:{item.code}:</span>
        </>
      );
  }
}
