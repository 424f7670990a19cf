import { AddBlockButton, DragHandleButton, FilePanelController, FormattingToolbarController, SideMenu, SideMenuController, SuggestionMenuController } from '@blocknote/react';
import type { DefaultReactSuggestionItem } from '@blocknote/react';
import { useCallback } from 'react';
import type { DocumentBlockNote } from '../document-schema.ts';
import { useEditorServices } from '../editor-context.ts';
import { BlockMenu } from './block-menu.tsx';
import { DocumentToolbar } from './document-toolbar.tsx';
import { isOutsideTable } from './is-outside-table.ts';
import { mentionItems } from './mention-items.tsx';
import { slashItems } from './slash-items.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { TextAttributes } from './text-attributes.tsx';
import { UploadPanel } from './upload-panel.tsx';

interface EditorMenusProps {
  editor: DocumentBlockNote;
  /** While one looks for something, what is found is selected: no toolbar then. */
  finding: boolean;
}

/** What opens while one writes. */
export function EditorMenus({ editor, finding }: EditorMenusProps) {
  const services = useEditorServices();
  const findSlash = useCallback((query: string): Promise<DefaultReactSuggestionItem[]> => Promise.resolve(slashItems(editor, query)), [editor]);
  const findMentions = useCallback((query: string) => mentionItems(editor, services, query), [editor, services]);
  const ownBlockMenu = useCallback(() => <BlockMenu editor={editor} />, [editor]);
  const ownSideMenu = useCallback(
    () => (
      <SideMenu>
        <AddBlockButton />
        <DragHandleButton dragHandleMenu={ownBlockMenu} />
      </SideMenu>
    ),
    [ownBlockMenu],
  );
  return (
    <TextAttributes>
      {!finding && <FormattingToolbarController formattingToolbar={DocumentToolbar} />}
      <FilePanelController filePanel={UploadPanel} />
      <SideMenuController sideMenu={ownSideMenu} />
      <SuggestionMenuController triggerCharacter="/" shouldOpen={isOutsideTable} getItems={findSlash} suggestionMenuComponent={SuggestionList} />
      <SuggestionMenuController triggerCharacter="@" getItems={findMentions} suggestionMenuComponent={SuggestionList} />
    </TextAttributes>
  );
}
