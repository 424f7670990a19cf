import { TextInput } from '@mantine/core';
import { LIMITS } from '@parvis/contracts/limits';
import { Notice, useToasts } from '@parvis/ui';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import { api, uploadAlone } from '../../sync/index.ts';
import { EmojiFileField } from './emoji-file-field.tsx';
import { emojiNameOf, isEmojiName } from './emoji-name.ts';
import classes from './emoji-page.module.css';
import { useCustomEmoji } from './use-custom-emoji.ts';
import { useEmojiLimit } from './use-emoji-limit.ts';

/** A picture and a name make an emoji. What is refused stays chosen. */
export function EmojiAdd() {
  const { t } = useTranslation('emoji');
  const toasts = useToasts();
  const limit = useEmojiLimit();
  const taken = new Set(useCustomEmoji().map((emoji) => emoji.name));
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return undefined;
    const url = URL.createObjectURL(file);
    setPreview(url);
    return () => {
      URL.revokeObjectURL(url);
      setPreview(null);
    };
  }, [file]);

  const choose = (chosen: File): void => {
    const tooLarge = chosen.size > LIMITS.customEmojiBytes;
    setRefusal(tooLarge ? t('page.tooLarge', { size: limit }) : null);
    if (tooLarge) return;
    setFile(chosen);
    setName((before) => (before === '' ? emojiNameOf(chosen.name) : before));
  };
  const refuse = (): void => {
    setRefusal(t('page.unreadable', { name: file?.name ?? '' }));
    setFile(null);
    setName('');
  };
  const submit = useSubmit(async () => {
    if (!file) return;
    const { id } = await uploadAlone(file);
    await api.call('createEmoji', { body: { name, fileId: id } });
    toasts.show({ message: t('page.added', { name: `:${name}:` }), tone: 'success' });
    setFile(null);
    setName('');
  });
  const wrong = name !== '' && (taken.has(name) ? t('page.nameTaken') : !isEmojiName(name) && t('page.nameInvalid', { most: LIMITS.emojiName }));
  return (
    <div className={classes.add}>
      <EmojiFileField file={file} preview={preview} onChoose={choose} onUnreadable={refuse} />
      {refusal !== null && <Notice tone="error">{refusal}</Notice>}
      {file && (
        <Form {...submit} submitLabel={t('page.submit')} submitProps={{ disabled: !isEmojiName(name) || taken.has(name) }}>
          <TextInput
            label={t('page.name')}
            description={t('page.nameHint', { most: LIMITS.emojiName })}
            value={name}
            error={wrong}
            maxLength={LIMITS.emojiName}
            leftSection=":"
            rightSection=":"
            autoCapitalize="none"
            spellCheck={false}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value.toLowerCase())}
          />
        </Form>
      )}
    </div>
  );
}
