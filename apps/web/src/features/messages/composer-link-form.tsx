import { Button, TextInput } from '@mantine/core';
import { isSafeUrl } from '@parvis/rich-text';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './composer.module.css';

interface ComposerLinkFormProps {
  editor: Editor;
  onClose: () => void;
}

/** Asks where the selected text, or the link at the cursor, leads. */
export function ComposerLinkForm({ editor, onClose }: ComposerLinkFormProps) {
  const { t } = useTranslation('composer');
  const [before] = useState(() => String(editor.getAttributes('link').href ?? ''));
  const [address, setAddress] = useState(before);
  const [invalid, setInvalid] = useState(false);
  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const typed = address.trim();
    const href = /^[\w-]+(?:\.[\w-]+)+(?:[/?#].*)?$/u.test(typed) ? `https://${typed}` : typed;
    if (!isSafeUrl(href)) {
      setInvalid(true);
      return;
    }
    const chain = editor.chain().focus();
    if (before === '' && editor.state.selection.empty) {
      chain.insertContent([{ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }, { type: 'text', text: ' ' }]).run();
    } else {
      chain.extendMarkRange('link').setMark('link', { href }).run();
    }
    onClose();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
    onClose();
  };
  return (
    <form
      className={classes.linkForm}
      onSubmit={apply}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <TextInput
        size="sm"
        className={classes.linkAddress}
        aria-label={t('linkAddress')}
        placeholder="https://"
        value={address}
        autoFocus
        error={invalid ? t('linkInvalid') : undefined}
        onChange={(event) => {
          setAddress(event.currentTarget.value);
          setInvalid(false);
        }}
      />
      <Button type="submit" size="sm">
        {t('linkApply')}
      </Button>
      {before !== '' && (
        <Button size="sm" variant="default" onClick={remove}>
          {t('linkRemove')}
        </Button>
      )}
      <Button size="sm" variant="subtle" color="gray" onClick={close}>
        {t('cancel')}
      </Button>
    </form>
  );
}
