import { useComponentsContext, useDictionary } from '@blocknote/react';
import type { DefaultReactSuggestionItem, SuggestionMenuProps } from '@blocknote/react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

/** What is offered while one types after `/` or `@`. The ids are those that BlockNote tells the text of. */
export function SuggestionList({ items, loadingState, selectedIndex, onItemClick }: SuggestionMenuProps<DefaultReactSuggestionItem>) {
  const { t } = useTranslation('document');
  const Components = useComponentsContext();
  const dictionary = useDictionary();
  if (!Components) return null;
  const { Item, Label, EmptyItem, Loader } = Components.SuggestionMenu;
  return (
    // Reached by the arrows from the text; as it scrolls, it can be focused too.
    <div id="bn-suggestion-menu" className="bn-suggestion-menu" role="listbox" aria-label={t('suggestions')} tabIndex={0}>
      {items.map((item, index) => (
        <Fragment key={`${item.group} ${item.title} ${index}`}>
          {item.group !== items[index - 1]?.group && <Label className="bn-suggestion-menu-label">{item.group}</Label>}
          <Item className="bn-suggestion-menu-item" item={item} id={`bn-suggestion-menu-item-${index}`} isSelected={index === selectedIndex} onClick={() => onItemClick?.(item)} />
        </Fragment>
      ))}
      {items.length === 0 && loadingState !== 'loading-initial' && <EmptyItem className="bn-suggestion-menu-item">{dictionary.suggestion_menu.no_items_title}</EmptyItem>}
      {loadingState !== 'loaded' && <Loader className="bn-suggestion-menu-loader" />}
    </div>
  );
}
