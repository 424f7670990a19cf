import { SideMenuExtension } from '@blocknote/core/extensions';
import { BlockColorsItem, RemoveBlockItem, TableColumnHeaderItem, TableRowHeaderItem, useComponentsContext, useExtensionState, usePortalElement } from '@blocknote/react';
import { useToasts } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import type { DocumentBlockNote } from '../document-schema.ts';
import { useEditorServices } from '../editor-context.ts';
import { duplicateBlocks } from './block-actions.ts';
import { blockTypes } from './block-types.ts';

/** What can be done with a block, from its handle. */
export function BlockMenu({ editor }: { editor: DocumentBlockNote }) {
  const { t } = useTranslation('document');
  const Components = useComponentsContext();
  const { blockUrl } = useEditorServices();
  const toasts = useToasts();
  const { drag_handle: texts } = editor.dictionary;
  const block = useExtensionState(SideMenuExtension, { editor, selector: (state) => state?.block });
  if (!Components || !block) return null;
  const { Menu } = Components.Generic;
  const copyLink = () =>
    navigator.clipboard.writeText(blockUrl(block.id)).then(
      () => toasts.show({ message: t('blockLinkCopied') }),
      () => toasts.show({ message: t('blockLinkFailed'), tone: 'error' }),
    );
  return (
    <Menu.Dropdown className="bn-menu-dropdown bn-drag-handle-menu">
      {Array.isArray(block.content) && <TurnInto editor={editor} blockId={block.id} />}
      <BlockColorsItem>{texts.colors_menuitem}</BlockColorsItem>
      <TableRowHeaderItem>{texts.header_row_menuitem}</TableRowHeaderItem>
      <TableColumnHeaderItem>{texts.header_column_menuitem}</TableColumnHeaderItem>
      <Menu.Item className="bn-menu-item" onClick={() => duplicateBlocks(editor, block.id)}>{t('duplicate')}</Menu.Item>
      <Menu.Item className="bn-menu-item" onClick={() => void copyLink()}>{t('copyBlockLink')}</Menu.Item>
      <RemoveBlockItem>{texts.delete_menuitem}</RemoveBlockItem>
    </Menu.Dropdown>
  );
}

function TurnInto({ editor, blockId }: { editor: DocumentBlockNote; blockId: string }) {
  const { t } = useTranslation('document');
  const Components = useComponentsContext();
  const portalElement = usePortalElement();
  if (!Components) return null;
  const { Menu } = Components.Generic;
  return (
    <Menu.Root position="right" sub portalElement={portalElement}>
      <Menu.Trigger sub>
        <Menu.Item className="bn-menu-item" subTrigger>{t('turnInto')}</Menu.Item>
      </Menu.Trigger>
      <Menu.Dropdown sub className="bn-menu-dropdown">
        {blockTypes(editor).map(({ name, type, props, icon: Icon }) => (
          <Menu.Item key={name} className="bn-menu-item" icon={<Icon size={16} />} onClick={() => editor.updateBlock(blockId, { type: type as 'paragraph', props: props as object })}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu.Root>
  );
}
