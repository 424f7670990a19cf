import { ScreenReaderOnlySubmit, useBlockNoteEditor, useComponentsContext, useEditorState, usePortalElement } from '@blocknote/react';
import { IconAccessible } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentSchema } from '../document-schema.ts';

/** What a picture shows, for those who don't see it: offered while a picture is selected. */
export function AltTextButton() {
  const { t } = useTranslation('document');
  const Components = useComponentsContext();
  const portalElement = usePortalElement();
  const editor = useBlockNoteEditor(documentSchema);
  const [open, setOpen] = useState(false);
  const block = useEditorState({
    editor,
    selector: ({ editor: current }) => {
      const [first, ...others] = current.getSelection()?.blocks ?? [current.getTextCursorPosition().block];
      return current.isEditable && others.length === 0 && first?.type === 'image' && first.props.url !== '' ? first : undefined;
    },
  });
  if (!block || !Components) return null;
  const change = (opened: boolean) => {
    if (!opened) editor.focus();
    setOpen(opened);
  };
  const { Popover, Form } = Components.Generic;
  return (
    <Popover.Root open={open} onOpenChange={change} portalElement={portalElement}>
      <Popover.Trigger>
        <Components.FormattingToolbar.Button className="bn-button" label={t('altText')} mainTooltip={t('altText')} icon={<IconAccessible size={18} aria-hidden />} onClick={() => change(!open)} />
      </Popover.Trigger>
      <Popover.Content className="bn-popover-content bn-form-popover" variant="form-popover">
        <Form.Root onSubmit={() => change(false)} submitButton={<ScreenReaderOnlySubmit />}>
          <Form.TextInput
            name="alt-text"
            icon={<IconAccessible size={18} aria-hidden />}
            value={block.props.alt}
            autoFocus
            placeholder={t('altTextHint')}
            onChange={({ currentTarget }) => editor.updateBlock(block.id, { type: 'image', props: { alt: currentTarget.value } })}
          />
        </Form.Root>
      </Popover.Content>
    </Popover.Root>
  );
}
